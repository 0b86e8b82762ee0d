package org.minsheng.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minsheng.http.Refusal;
import org.minsheng.support.Covers;

class HostileWorkbookTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>",
                "<!DOCTYPE x SYSTEM \"%s\">",
                "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"%s\"> %%p;]>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
            })
    @Covers("ASVS 1.5.1")
    void a_workbook_makes_nobody_open_a_file_or_a_connection(String declaration) throws IOException {
        try (ServerSocket outside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + outside.getLocalPort() + "/x.dtd";
            Path file = workbook(declaration.formatted(address), declaration.contains("ENTITY e") ? "&e;" : "x");
            List<String> cells = new ArrayList<>();
            try {
                WorkbookLines.read(file, (number, line) -> cells.addAll(line));
            } catch (Refusal refused) {
                assertEquals(422, refused.status());
            }
            for (Path secret : List.of(Path.of("/etc/hostname")))
                if (Files.exists(secret))
                    assertFalse(
                            cells.toString().contains(Files.readString(secret).strip()));
            outside.setSoTimeout(100);
            assertThrows(SocketTimeoutException.class, outside::accept);
        }
    }

    @Test
    @Covers("ASVS 1.5.1")
    void entities_that_multiply_are_not_multiplied() throws IOException {
        StringBuilder declaration = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i <= 30; i++) declaration.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        Path file = workbook(declaration + "]>", "&e30;");
        List<String> cells = new ArrayList<>();
        try {
            WorkbookLines.read(file, (number, line) -> cells.addAll(line));
        } catch (Refusal refused) {
            assertEquals(422, refused.status());
        }
        assertFalse(cells.toString().length() > 1000);
    }

    @Test
    @Covers("ASVS 5.2.3")
    void a_workbook_that_unpacks_without_end_is_refused() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(SHEET));
            for (int i = 0; i < 101; i++) zip.write(zeros);
        }
        assertEquals(413, refusal(file).status());
    }

    @Test
    @Covers("ASVS 5.2.3")
    void many_small_parts_count_together() throws IOException {
        Path file = folder.resolve("many.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 101; i++) {
                zip.putNextEntry(new ZipEntry("part" + i));
                zip.write(zeros);
            }
        }
        assertEquals(413, refusal(file).status());
    }

    private static Refusal refusal(Path file) {
        return assertThrows(Refusal.class, () -> WorkbookLines.read(file, (number, line) -> {}));
    }

    private Path workbook(String declaration, String cell) throws IOException {
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packages = "http://schemas.openxmlformats.org/package/2006/";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                xml + "<Types xmlns=\"" + packages
                        + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        parts.put(
                "xl/workbook.xml",
                xml + declaration + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                        + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                xml + "<Relationships xmlns=\"" + packages + "relationships\"><Relationship Id=\"r1\" Type=\""
                        + relations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put(
                SHEET,
                xml + declaration + "<worksheet xmlns=\"" + main
                        + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + cell
                        + "</t></is></c></row></sheetData></worksheet>");
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
