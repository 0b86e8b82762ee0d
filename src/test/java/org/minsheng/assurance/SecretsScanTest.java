package org.minsheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

/** Nothing that opens anything lies among the project's files; made-up values are named in {@code made-up-secrets.txt}. */
class SecretsScanTest {
    private static final Map<String, Pattern> KINDS = Map.of(
            "private key",
            Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\s*(?:\\\\n)?[\"+\\s]*([A-Za-z0-9+/]{40,})"),
            "token",
            Pattern.compile("(eyJ[\\w-]{10,}\\.eyJ[\\w-]{10,}\\.[\\w-]{20,})"),
            "key of a cloud",
            Pattern.compile(
                    "(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|xox[abpr]-[\\w-]{10,}|AIza[\\w-]{35}|sk-[A-Za-z0-9]{32,})"),
            "password in an address",
            Pattern.compile("[a-z]+://[^/\\s:@\"]+:([^/\\s:@\"]+)@"),
            "literal",
            Pattern.compile(
                    "(?i)(?:password|passwd|secret|token|api.?key|credential)s?[\"']?\\s*(?:[:=,]|=>|\\()\\s*[\"'](?!/)(?=[^\"']*\\d|[^\"']{20})([^\"'\\s${}<>]{8,})[\"']"),
            "setting",
            Pattern.compile("(?im)^[^#\\n]*(?:password|secret|token|api.?key)\\s*=\\s*([^\\s\"'${}<>();]{6,})\\s*$"),
            "entry",
            Pattern.compile(
                    "(?im)^\\s*[\\w-]*(?:password|secret|token|key):\\s*[\"']?([A-Za-z0-9+/_-]{12,})[\"']?\\s*$"));

    @Test
    @Covers("ASVS 13.3.1")
    void no_file_of_the_project_holds_a_secret() throws IOException, InterruptedException {
        Set<String> madeUp = madeUp();
        Set<String> met = new TreeSet<>();
        List<String> secrets = new ArrayList<>();
        List<Path> files = files();
        for (Path file : files)
            for (String found : in(Files.readString(file, StandardCharsets.ISO_8859_1)))
                if (madeUp.contains(found.substring(found.indexOf(": ") + 2)))
                    met.add(found.substring(found.indexOf(": ") + 2));
                else secrets.add(file + " " + found);
        assertEquals(List.of(), secrets);
        assertEquals(madeUp, met, "a made-up value that is no longer there is taken off the list");
        assertTrue(files.size() > 500, files.size() + " files");
    }

    /** Put together here, so that the scan of this file does not find them. */
    @Test
    void each_kind_would_be_found() {
        String b64 = "MC4CAQAwBQYDK2VwBCIEIA".repeat(3);
        Map<String, String> samples = Map.of(
                "private key", "-----BEGIN " + "PRIVATE KEY-----\n" + b64 + "\n-----END",
                "token", "eyJ" + "hbGciOiJFUzI1NiJ9.eyJ" + "pc3MiOiJtaW5zaGVuZyJ9." + "x".repeat(40),
                "key of a cloud", "AKIA" + "ABCDEFGHIJKLMNOP",
                "password in an address", "mysql://root:" + "hunter2hunter2" + "@db/minsheng",
                "literal", "\"pass" + "word\":\"Winter-In-Yanzhou-1\"",
                "setting", "quarkus.datasource.pass" + "word=Winter-In-Yanzhou-1",
                "entry", "  root_pass" + "word: WinterInYanzhou1");
        assertEquals(KINDS.keySet(), samples.keySet());
        samples.forEach((kind, sample) ->
                assertTrue(in(sample).stream().anyMatch(found -> found.startsWith(kind + ": ")), kind));
    }

    private static List<String> in(String text) {
        List<String> found = new ArrayList<>();
        KINDS.forEach((kind, pattern) -> {
            for (Matcher m = pattern.matcher(text); m.find(); ) found.add(kind + ": " + m.group(1));
        });
        return found;
    }

    private static Set<String> madeUp() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/assurance/made-up-secrets.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What git keeps or is about to; an unpacked archive without git is looked through as a whole. */
    private static List<Path> files() throws IOException, InterruptedException {
        if (!Files.exists(Path.of(".git"))) return unpacked();
        Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard").start();
        String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor());
        return Arrays.stream(names.split("\0"))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .toList();
    }

    private static List<Path> unpacked() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(""))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith("target") && !file.startsWith("docker/secrets"))
                    .filter(file -> !file.toString().contains("node_modules"))
                    .toList();
        }
    }
}
