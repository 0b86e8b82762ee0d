package org.minsheng.assurance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** One line of {@code security-evidence.csv}: what is asked, and how it is covered. */
record Requirement(
        String standard,
        String id,
        int level,
        Cover cover,
        String where,
        String zh,
        String en,
        String noteZh,
        String noteEn) {
    enum Cover {
        TEST("测试", "test"),
        CONFIG("配置", "configuration"),
        DOCUMENT("文档", "document"),
        DEVIATION("偏离", "deviation"),
        OPEN("未满足", "open");

        final String zh;
        final String en;

        Cover(String zh, String en) {
            this.zh = zh;
            this.en = en;
        }
    }

    private static final Path FILE = Path.of("src/main/resources/security-evidence.csv");

    static List<Requirement> all() throws IOException {
        try (CSVParser rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(FILE, StandardCharsets.UTF_8))) {
            return rows.stream().map(Requirement::of).toList();
        }
    }

    private static Requirement of(CSVRecord row) {
        return new Requirement(
                row.get("standard"),
                row.get("id"),
                Integer.parseInt(row.get("level")),
                Cover.valueOf(row.get("cover")),
                row.get("where"),
                row.get("zh"),
                row.get("en"),
                row.get("noteZh"),
                row.get("noteEn"));
    }

    /** As annotations name it. */
    String key() {
        return standard + " " + id;
    }
}
