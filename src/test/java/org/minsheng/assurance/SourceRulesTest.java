package org.minsheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;
import org.minsheng.support.Covers;

/** What the program's own sources must not contain, and where the few exceptions are. */
class SourceRulesTest {
    private final Map<String, String> sources = sources();

    @Test
    @Covers("ASVS 1.2.5")
    void only_the_embedded_database_starts_a_process() {
        assertEquals(Set.of("db/MariaDbServer"), filesWith("ProcessBuilder\\(|\\.exec\\("));
    }

    @Test
    @Covers("ASVS 1.2.4")
    void queries_are_joined_of_constants_and_take_input_as_parameters() {
        Pattern query =
                Pattern.compile("create(?:Native)?Query\\(\\s*([^;]*?)(?:,\\s*\\w+(?:\\[\\])?\\.class|\\)\\s*[.;\n])");
        Set<String> joined = new TreeSet<>();
        sources.forEach((file, text) -> {
            for (Matcher m = query.matcher(text); m.find(); )
                if (m.group(1).replaceAll("(?s)\"\"\".*?\"\"\"|\"[^\"]*\"", "").matches("(?s).*\\+\\s*[a-z].*"))
                    joined.add(file);
        });
        // keys of an enumeration, and parts that their own file holds as constants
        assertEquals(Set.of("http/Keyset", "feed/Feed", "items/Items", "progress/Periods"), joined);
    }

    @Test
    @Covers("ASVS 1.2.9")
    void regular_expressions_are_literals() {
        // the forms of scalars, which its own file lists
        assertEquals(Set.of("http/Written"), filesWith("Pattern\\.compile\\(\\s*[^\\s\"]"));
        assertEquals(
                Set.of(),
                filesWith("(?<!ETag)\\.(?:matches|replaceAll|replaceFirst|split)\\((?!\\s*[\"')A-Z]|\\w+ ->)[^)]"));
    }

    @Test
    @Covers({"ASVS 1.3.2", "ASVS 1.3.7", "ASVS 1.3.8"})
    void there_are_no_scripts_templates_expressions_and_directories_to_ask() {
        assertEquals(
                Set.of(),
                filesWith(
                        "ScriptEngine|jakarta\\.el\\.|io\\.quarkus\\.qute|freemarker|velocity|javax\\.naming|InitialContext"));
    }

    @Test
    @Covers("ASVS 1.3.10")
    void format_strings_are_constants() {
        assertEquals(Set.of(), filesWith("String\\.format\\(\\s*[^\\s\"]"));
        // the statements that its own constants hold
        assertEquals(Set.of("ledger/verification/Completeness"), filesWith("\\b[a-z]\\w*\\.formatted\\("));
    }

    @Test
    @Covers("ASVS 1.5.2")
    void types_are_never_read_from_data() {
        assertEquals(Set.of(), filesWith("ObjectInputStream|DefaultTyping|@JsonTypeInfo|XMLDecoder|readObject\\("));
    }

    @Test
    @Covers({"ASVS 1.3.6", "ASVS 13.2.4"})
    void only_witnesses_the_other_issuer_and_the_scanner_are_called_at_configured_addresses() {
        assertEquals(
                Set.of("accounts/KeysOutside", "accounts/OutsideIssuer", "ledger/witness/Witnessing", "scanner/Clamd"),
                filesWith(
                        "HttpClient|HttpsJwks|SimpleHttpGet|openConnection|new Socket\\(|SocketChannel\\.open|WebClient|ClientBuilder|new URL\\("));
        assertTrue(sources.get("accounts/OutsideIssuer").contains("consumer(issuer, set(config.keys(), \"keys\")"));
        String caller = sources.get("ledger/witness/Witnessing");
        assertTrue(caller.contains("followRedirects(HttpClient.Redirect.NEVER)"));
        assertTrue(caller.contains("URI.create(witness.url() + \"/add-checkpoint\")"));
        assertEquals(1, caller.split("URI\\.create\\(", -1).length - 1);
    }

    @Test
    @Covers("ASVS 3.7.2")
    void nobody_is_sent_elsewhere() {
        assertEquals(
                Set.of(),
                filesWith(
                        "seeOther|temporaryRedirect|sendRedirect|\\.redirect\\(|status\\(30[12378]|Status\\.(?:FOUND|MOVED)"));
    }

    @Test
    @Covers({"ASVS 6.5.3", "ASVS 11.5.1"})
    void chance_comes_from_a_secure_generator() {
        // how long to wait before a deadlock is tried again, and before a refusal is told
        assertEquals(
                Set.of("http/Deadlocks", "limits/LateRefusals"),
                filesWith("java\\.util\\.Random\\b|ThreadLocalRandom|Math\\.random|new Random\\("));
        // names that need to be unique and not secret: a request's and a token's
        assertEquals(Set.of("accounts/Tokens", "http/RequestId"), filesWith("UUID\\.randomUUID"));
    }

    @Test
    @Covers({"ASVS 11.1.2", "ASVS 11.2.1", "ASVS 11.2.3", "ASVS 11.4.1", "ASVS 11.4.3"})
    void the_algorithms_are_those_of_the_inventory() throws IOException {
        Set<String> used = new TreeSet<>();
        Pattern named = Pattern.compile("(?<!Transliterator\\.)getInstance\\(\\s*\"([^\"]+)\"");
        sources.values().forEach(text -> {
            for (Matcher m = named.matcher(text); m.find(); ) used.add(m.group(1));
        });
        assertEquals(
                Set.of("AES/ECB/NoPadding", "AES/GCM/NoPadding", "EC", "Ed25519", "HmacSHA256", "SHA-1", "SHA-256"),
                used);
        // the form of lists that others make
        assertEquals(Set.of("accounts/secrets/BreachedPasswords"), filesWith("SHA-?1\\b"));
        assertEquals(Set.of(), filesWith("MD5|\"DES|RC4|DESede|PKCS1"));
        String page = SecurityPage.written();
        String inventory = page.substring(page.indexOf("id=\"cryptography\""), page.indexOf("id=\"keys\""));
        for (String algorithm : used) assertTrue(inventory.contains("<code>" + algorithm + "</code>"), algorithm);
    }

    @Test
    @Covers("ASVS 11.3.2")
    void one_block_of_the_feeds_cursor_apart_encryption_is_gcm() {
        assertEquals(Set.of("feed/Cursors"), filesWith("\"AES/ECB"));
        assertEquals(Set.of("feed/Cursors", "accounts/secrets/Sealed"), filesWith("Cipher\\.getInstance"));
    }

    @Test
    @Covers("ASVS 15.3.1")
    void what_is_answered_is_never_an_entity() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.minsheng");
        List<String> wrong = new ArrayList<>();
        int views = 0;
        for (JavaClass view : classes) {
            if (!view.isRecord() || !view.isAnnotatedWith(Schema.class)) continue;
            views++;
            for (JavaField field : view.getFields())
                for (JavaClass type : field.getAllInvolvedRawTypes())
                    if (type.isAnnotatedWith(Entity.class)) wrong.add(view.getSimpleName() + "." + field.getName());
        }
        assertEquals(List.of(), wrong);
        assertTrue(views > 50, views + " views");
    }

    private Set<String> filesWith(String expression) {
        Pattern pattern = Pattern.compile(expression);
        Set<String> files = new TreeSet<>();
        sources.forEach((file, text) -> {
            if (pattern.matcher(text).find()) files.add(file);
        });
        return files;
    }

    private static Map<String, String> sources() {
        Path root = Path.of("src/main/java/org/minsheng");
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String name =
                        root.relativize(file).toString().replace('\\', '/').replace(".java", "");
                sources.put(name, Files.readString(file));
            }
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
        return sources;
    }
}
