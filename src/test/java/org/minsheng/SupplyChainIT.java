package org.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;
import org.minsheng.support.PackagedApplication;

/** What is in the package: listed with its hash, under a licence that we may pass on, and nothing that only tests need. */
class SupplyChainIT {
    private static final Path LIST = Path.of("target", "quarkus-run-cyclonedx.json");

    /** One of them is enough where a component offers several. */
    private static final Set<String> ALLOWED = Set.of(
            "Apache-2.0",
            "MIT",
            "MIT-0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "CC0-1.0",
            "Public Domain",
            "Unicode-3.0",
            // MIT in other words
            "Bouncy Castle Licence");

    /** Alone under another licence, each with the reason why we may still pass it on. */
    private static final Map<String, String> EXCEPTIONS = Map.of(
            "mysql-connector-j",
            "GPL 2 with the Universal FOSS Exception, which lets programs under free licences use it");

    /** Made by this build. */
    private static final Set<String> OURS = Set.of(
            "quarkus-run.jar",
            "minsheng-ledger",
            "transformed-bytecode.jar",
            "generated-bytecode.jar",
            "quarkus-application.dat",
            "quarkus-app-dependencies.txt");

    @Test
    @Covers("ASVS 15.1.2")
    void every_file_of_the_package_is_in_the_list_with_its_hash_and_nothing_else_is() throws Exception {
        Map<String, String> listed = new TreeMap<>();
        for (JsonNode component : components())
            for (JsonNode place : component.path("evidence").path("occurrences"))
                listed.put(place.path("location").asText(), hash(component));
        Map<String, String> there = new TreeMap<>();
        for (Path file : files()) {
            String name = PackagedApplication.FOLDER.relativize(file).toString().replace('\\', '/');
            there.put(name, hash(file));
        }
        assertEquals(listed, there);
        assertTrue(there.size() > 200, there.size() + " files");
    }

    @Test
    void every_component_is_under_a_licence_that_is_allowed() throws IOException {
        List<String> others = new ArrayList<>();
        Set<String> met = new TreeSet<>();
        for (JsonNode component : components()) {
            String name = component.path("name").asText();
            if (component.path("evidence").isMissingNode() || OURS.contains(name)) continue;
            Set<String> licences = licences(component);
            if (licences.stream().anyMatch(ALLOWED::contains)) continue;
            if (EXCEPTIONS.containsKey(name)) met.add(name);
            else others.add(name + " " + licences);
        }
        assertEquals(List.of(), others);
        assertEquals(EXCEPTIONS.keySet(), met, "an exception that nothing needs any more");
    }

    @Test
    @Covers("ASVS 13.4.1")
    void the_package_holds_neither_tests_nor_sources_nor_history() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : files()) {
            if (file.toString().matches(".*[/\\\\]\\.git([/\\\\].*)?")) wrong.add(file.toString());
            if (!file.getFileName().toString().contains("minsheng")) continue;
            try (JarFile jar = new JarFile(file.toFile())) {
                jar.stream()
                        .map(entry -> entry.getName())
                        .filter(name -> name.matches(".*(Test|IT)\\.class|.*\\.git/.*|.*/support/.*|.*\\.java"))
                        // handed to auditors as the one file that they need
                        .filter(name -> !name.endsWith("docs/Verifier.java"))
                        .forEach(wrong::add);
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static JsonNode components() throws IOException {
        return new ObjectMapper().readTree(LIST.toFile()).path("components");
    }

    private static Set<String> licences(JsonNode component) {
        Set<String> licences = new TreeSet<>();
        for (JsonNode one : component.path("licenses"))
            for (String field : List.of("/expression", "/license/id", "/license/name"))
                if (!one.at(field).isMissingNode()) licences.add(one.at(field).asText());
        return licences;
    }

    private static String hash(JsonNode component) {
        for (JsonNode hash : component.path("hashes"))
            if (hash.path("alg").asText().equals("SHA-256"))
                return hash.path("content").asText();
        return "none";
    }

    private static String hash(Path file) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(PackagedApplication.FOLDER)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
