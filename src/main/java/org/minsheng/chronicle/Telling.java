package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.minsheng.ledger.Actions;
import org.minsheng.time.Time;

/** Tells recorded changes in a language: each as one line with its sentence and what is another than before. */
record Telling(Words words, Background background) {

    ChronicleLine line(long index, Told told) {
        Phase phase = Phase.of(told.event().action).orElseThrow();
        Form.Setting setting = setting(told);
        List<ChronicleChange> changes = changes(told, setting);
        Narration narration = new Narration(setting, background, told, changes);
        return new ChronicleLine(
                index,
                told.event().occurredAt,
                phase,
                phase.in(words.language()),
                told.event().action,
                Actions.label(told.event().action, words.language()),
                told.event().subjectType,
                told.event().subjectId,
                narration.who(),
                narration.actorUnit(),
                sentence(told.event().action, narration),
                changes,
                narration.reason(),
                narration.documentNumber(),
                told.text("/reason/approvedBy"),
                narration.isDemonstration());
    }

    private String sentence(String action, Narration narration) {
        String plain = "sentence." + action;
        Map<String, String> values = narration.values();
        return Stream.of(plain + "." + narration.variant(), plain)
                .map(words::find)
                .flatMap(Optional::stream)
                .findFirst()
                .map(pattern -> new Sentence(pattern).with(values))
                .orElseThrow();
    }

    private List<ChronicleChange> changes(Told told, Form.Setting setting) {
        State after = State.of(told);
        List<Field> fields = Fields.OF.getOrDefault(after.kind(), List.of());
        return Difference.between(State.before(told, background.before().get(told.event().id)), after.values(), fields)
                .stream()
                .map(d -> new ChronicleChange(
                        d.field().name(),
                        words.find("field." + after.kind() + "." + d.field().name())
                                .orElseThrow(),
                        print(d.field(), d.from(), setting),
                        print(d.field(), d.to(), setting)))
                .toList();
    }

    private Form.Setting setting(Told told) {
        LocalDate day = Time.dayOf(told.event().occurredAt);
        String measure = Told.text(Narration.promise(told, background), "/unitOfMeasure");
        return new Form.Setting(words, measure, (UUID unit) -> Optional.ofNullable(background.unitName(unit, day))
                .orElseGet(() -> words.find("form.unit").orElseThrow()));
    }

    private static String print(Field field, JsonNode value, Form.Setting setting) {
        return value.isMissingNode() ? null : field.form().print(value, setting);
    }
}
