package org.minsheng.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The table of requirements is whole, and what it says is there is there. {@code -Devidence.write=true} writes the page
 * anew.
 */
class SecurityEvidenceTest {
    private static final Path DOCS = SecurityPage.FILE.getParent();
    private final List<Requirement> requirements = Requirement.all();
    private final Proofs proofs = Proofs.read();
    private final Settings settings = Settings.read();

    SecurityEvidenceTest() throws IOException {}

    @Test
    void every_requirement_is_there_once_and_none_is_made_up() throws IOException {
        List<String> asked = Files.readAllLines(Path.of("src/test/resources/assurance/requirements.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .toList();
        assertEquals(
                201, asked.stream().filter(line -> line.startsWith("ASVS ")).count());
        assertEquals(
                asked,
                requirements.stream()
                        .map(r -> r.key() + " " + r.level())
                        .sorted()
                        .toList());
    }

    @Test
    void each_is_covered_the_way_it_says() {
        none(
                "says TEST and no test covers it",
                r -> is(r, Requirement.Cover.TEST) && proofs.of(r).isEmpty());
        none(
                "says OPEN and a test covers it",
                r -> is(r, Requirement.Cover.OPEN) && !proofs.of(r).isEmpty());
        none(
                "names a setting that is not there",
                r -> is(r, Requirement.Cover.CONFIG)
                        && !Stream.of(r.where().split(";")).allMatch(settings::has));
        none("names a document that is not there", r -> is(r, Requirement.Cover.DOCUMENT) && !isThere(r.where()));
        none(
                "gives no reason in both languages",
                r -> (is(r, Requirement.Cover.OPEN) || is(r, Requirement.Cover.DEVIATION))
                        && (r.noteZh().isBlank() || r.noteEn().isBlank()));
        none(
                "has no words",
                r -> r.zh().isBlank()
                        || r.en().isBlank()
                        || r.noteZh().isBlank() != r.noteEn().isBlank());
    }

    @Test
    void every_annotation_is_on_a_test_and_names_a_requirement() {
        TreeSet<String> unknown = new TreeSet<>(proofs.requirements());
        requirements.forEach(r -> unknown.remove(r.key()));
        assertEquals(new TreeSet<>(), unknown);
        assertEquals(List.of(), proofs.notTests());
    }

    @Test
    void the_page_says_what_the_data_say() throws IOException {
        String written = SecurityPage.written();
        String due = new SecurityPage(requirements, proofs, settings).of(written);
        if (Boolean.getBoolean("evidence.write")) Files.writeString(SecurityPage.FILE, due);
        List<String> is = SecurityPage.written().lines().toList();
        List<String> ought = due.lines().toList();
        for (int i = 0; i < Math.max(is.size(), ought.size()); i++)
            assertEquals(
                    i < ought.size() ? ought.get(i) : "the end",
                    i < is.size() ? is.get(i) : "the end",
                    "line " + (i + 1) + " of the page: run this test once with -Devidence.write=true and review it");
    }

    private void none(String fault, Predicate<Requirement> has) {
        assertEquals(
                List.of(),
                requirements.stream().filter(has).map(Requirement::key).toList(),
                fault);
    }

    private static boolean is(Requirement requirement, Requirement.Cover cover) {
        return requirement.cover() == cover;
    }

    /** A page and an element of it, or a heading of the README. */
    private static boolean isThere(String where) {
        String[] parts = where.split("#", 2);
        try {
            if (parts.length == 1) return false;
            if (parts[0].equals("README.md"))
                return Files.readAllLines(Path.of("README.md")).stream()
                        .filter(line -> line.startsWith("#"))
                        .anyMatch(line -> slug(line).equals(parts[1]));
            Matcher id = Pattern.compile("id=\"" + Pattern.quote(parts[1]) + "\"")
                    .matcher(Files.readString(DOCS.getParent().resolve(parts[0])));
            return id.find();
        } catch (IOException missing) {
            return false;
        }
    }

    private static String slug(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase()
                .replaceAll("[^\\p{L}\\d -]", "")
                .replace(' ', '-');
    }
}
