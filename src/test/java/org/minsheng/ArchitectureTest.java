package org.minsheng;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minsheng.ledger.Subject;

/** The table of ranks: a room uses only rooms below it. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 300;
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("http", 1),
            Map.entry("db", 0),
            Map.entry("time", 0),
            Map.entry("access", 2),
            Map.entry("sheets", 2),
            Map.entry("limits", 3),
            Map.entry("ledger", 4),
            Map.entry("units", 5),
            Map.entry("accounts", 6),
            Map.entry("programmes", 6),
            Map.entry("clients", 7),
            Map.entry("projects", 7),
            Map.entry("scanner", 7),
            Map.entry("feed", 8),
            Map.entry("indicators", 8),
            Map.entry("items", 9),
            Map.entry("progress", 10),
            Map.entry("evidence", 11),
            Map.entry("status", 11),
            Map.entry("reports", 12),
            Map.entry("chronicle", 12),
            Map.entry("exchange", 12));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.minsheng");

    @Test
    void a_package_uses_only_packages_of_a_lower_rank() {
        TreeSet<String> broken = new TreeSet<>();
        for (JavaClass one : classes)
            for (Dependency dependency : one.getDirectDependenciesFromSelf()) {
                String from = room(one);
                String to = room(dependency.getTargetClass());
                if (from.isEmpty() || to.isEmpty() || from.equals(to)) continue;
                if (RANKS.get(from) <= RANKS.get(to)) broken.add(from + " -> " + to + ": " + one.getSimpleName());
            }
        assertEquals(new TreeSet<>(), broken);
    }

    @Test
    void names_say_what_a_thing_is() {
        List<String> vague = classes.stream()
                .map(JavaClass::getSimpleName)
                .filter(n -> n.matches(".*(Manager|Helper|Utils?|Impl)"))
                .toList();
        assertEquals(List.of(), vague);
    }

    /** Without it any record would be printed as text/html to a browser that asks for a page. */
    @Test
    void every_resource_says_what_it_produces() {
        List<String> silent = classes.stream()
                .filter(c -> c.isAnnotatedWith(jakarta.ws.rs.Path.class))
                .filter(c -> !c.isAnnotatedWith(Produces.class))
                .map(JavaClass::getSimpleName)
                .toList();
        assertEquals(List.of(), silent);
    }

    /** What the ledger's completeness is not checked of: here stands the reason for each. */
    @Test
    void every_table_with_a_life_of_its_own_is_a_subject_of_the_ledger() {
        Map<String, String> others = Map.of(
                "LedgerEvent", "the ledger itself",
                "LedgerPlace", "the ledger itself",
                "UnitHistory", "written with the unit's own event",
                "ClientSecret", "never in the ledger; made and ended by events of its client",
                "Standing", "computed from what is recorded",
                "Credential", "never in the ledger; what happens to it are security events",
                "Session", "opened and ended by security events");
        TreeSet<String> unrecorded = new TreeSet<>();
        for (JavaClass one : classes)
            if (one.isAnnotatedWith(Entity.class) && !one.isAssignableTo(Subject.class))
                unrecorded.add(one.getSimpleName());
        assertEquals(new TreeSet<>(others.keySet()), unrecorded);
    }

    @Test
    void no_file_is_longer_than_300_lines() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            List<Path> tooLong = files.filter(f -> f.toString().endsWith(".java"))
                    // handed to auditors as the one file that they need
                    .filter(f -> !f.endsWith("docs/Verifier.java"))
                    .filter(f -> lines(f) > LONGEST_FILE)
                    .toList();
            assertEquals(List.of(), tooLong);
        }
    }

    private static long lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The room of a class of ours; empty outside and in the launcher's package. */
    private static String room(JavaClass one) {
        String prefix = "org.minsheng.";
        if (!one.getPackageName().startsWith(prefix)) return "";
        return one.getPackageName().substring(prefix.length()).split("\\.")[0];
    }
}
