package org.minsheng.chronicle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minsheng.http.Language;
import org.minsheng.http.Texts;

/** Every act that the code records has a label, a stage and a sentence in both languages. */
class ChronicleTextsTest {
    /** Acts on accounts, units and the log itself: of no programme, so in no project's story. */
    private static final Pattern OF_NO_PROGRAMME = Pattern.compile(
            "(account|client|file|outside|unit|unit-group|ledger|personal-values|password|factor|recovery-codes?|request|session)\\..*");

    private static final Pattern CALL =
            Pattern.compile("(?:ledger\\.record|\\blog\\.(?:own|by))\\((.*?);", Pattern.DOTALL);
    private static final Pattern SHARED = Pattern.compile("\\bchanged\\(\\w+, (\"[a-z-]+\\.[a-z-]+\")");
    private static final Pattern CONSTANT = Pattern.compile("static final String [A-Z_]+ = (\"ledger\\.[a-z-]+\");");
    private static final Pattern ACTION = Pattern.compile("\"([a-z-]+\\.[a-z-]+)\"");

    private final Texts labels = new Texts("actions");
    private final Set<String> recorded = new TreeSet<>();
    private final List<String> unread = new ArrayList<>();

    ChronicleTextsTest() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            files.filter(f -> f.toString().endsWith(".java")).forEach(this::collect);
        }
    }

    private void collect(Path file) {
        String source = read(file);
        for (Pattern pattern : List.of(SHARED, CONSTANT))
            pattern.matcher(source).results().forEach(this::take);
        for (MatchResult call : CALL.matcher(source).results().toList())
            if (!take(call)
                    && !call.group(1).contains(" action,")
                    && !call.group(1).contains("KeyChange.")) unread.add(file + ": " + call.group());
    }

    private boolean take(MatchResult call) {
        return ACTION.matcher(call.group(1))
                .results()
                .map(m -> recorded.add(m.group(1)))
                .findAny()
                .isPresent();
    }

    @Test
    void no_record_escapes_this_test() {
        assertEquals(List.of(), unread);
        assertTrue(recorded.containsAll(Set.of("progress.correction-drafted", "programme.closed", "ledger.restored")));
    }

    @Test
    void every_act_has_a_label_and_every_label_an_act() {
        for (Language language : Language.values()) assertEquals(recorded, new TreeSet<>(labels.keys(language)));
    }

    @Test
    void every_act_of_a_programme_has_a_stage_and_a_sentence() {
        Set<String> told = recorded.stream()
                .filter(a -> !OF_NO_PROGRAMME.matcher(a).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(told, new TreeSet<>(Phase.actions(null)));
        assertEquals(Phase.actions(null).size(), told.size(), "no act in two stages");
        for (Language language : Language.values())
            for (String action : told)
                assertTrue(new Words(language).find("sentence." + action).isPresent(), action);
    }

    @Test
    void every_field_has_a_label() {
        for (Language language : Language.values())
            Fields.OF.forEach((kind, fields) -> fields.forEach(f -> assertTrue(
                    new Words(language).find("field." + kind + "." + f.name()).isPresent(), kind + "." + f.name())));
    }

    @Test
    void both_languages_say_the_same_things() {
        assertEquals(texts(Language.ZH), texts(Language.EN));
    }

    /** English alone has plurals. */
    private static Set<String> texts(Language language) {
        return Words.TEXTS.keys(language).stream()
                .filter(k -> !k.startsWith("measure."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
