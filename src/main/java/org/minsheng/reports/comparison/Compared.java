package org.minsheng.reports.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.PastIndicators;
import org.minsheng.ledger.past.Deed;
import org.minsheng.ledger.past.Memory;
import org.minsheng.ledger.past.Past;
import org.minsheng.ledger.past.Remembered;
import org.minsheng.programmes.PastProgrammes;
import org.minsheng.projects.PastProjects;
import org.minsheng.projects.Sight;

/** Sets the two states of everything that changed beside each other, as far as the caller could read them. */
@ApplicationScoped
class Compared {
    /** More are read by project, or in shorter steps. */
    private static final int MOST_DEEDS = 20_000;

    private static final Map<String, String> PLANS =
            Map.of("indicator.planned", "trajectory", "indicator.allocated", "allocations");

    /** A row with what it is sorted by. */
    record Row(int kind, int ordinal, ChangedSubject subject) {
        /** Ratings have the ids of what they rate. */
        UUID key() {
            return UUID.nameUUIDFromBytes(
                    (subject.subjectType() + subject.subjectId()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Key(String type, UUID id) {}

    private final Past past;
    private final PastProjects projects;

    Compared(Past past, PastProjects projects) {
        this.past = past;
        this.projects = projects;
    }

    List<Row> rows(UUID programme, ComparisonFilter filter, Actor actor) {
        Instant from = filter.from();
        Instant to = filter.to();
        Memory register = past.ofProgramme(
                programme, to, PastProgrammes.PROGRAMME, PastProjects.PROJECT, PastIndicators.INDICATOR);
        if (!PastProgrammes.isReadable(register, programme, actor)) throw Refusal.notFound();
        List<Deed> deeds = past.deeds(programme, filter.project(), from, to, MOST_DEEDS + 1);
        if (deeds.size() > MOST_DEEDS) throw Refusal.badParameter("from", "comparison.too-much", MOST_DEEDS);
        if (deeds.isEmpty()) return List.of();
        Memory before = past.changed(programme, filter.project(), from, to, from);
        Memory after = past.changed(programme, filter.project(), from, to, to);
        Sight sight = projects.sight(register, workers(before, after), to, actor);
        Map<Key, List<Deed>> known = new HashMap<>();
        for (Deed deed : deeds)
            if (sight.reader().mayRead(deed.audience(), deed.unitPath(), deed.projectId()))
                known.computeIfAbsent(new Key(deed.type(), deed.id()), key -> new ArrayList<>())
                        .add(deed);
        Naming naming = new Naming(register);
        List<Row> rows = new ArrayList<>();
        for (Remembered last : after.last()) {
            if (filter.subjectType() != null && !filter.subjectType().equals(last.type())) continue;
            if (!shows(sight, last)) continue;
            Remembered then = before.find(last.type(), last.id())
                    .filter(r -> shows(sight, r))
                    .orElse(null);
            Remembered now = Optional.of(last).filter(r -> !r.isGone()).orElse(null);
            List<Deed> done = known.getOrDefault(new Key(last.type(), last.id()), List.of());
            row(then, now, last, done, naming, actor).ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<Row> row(
            Remembered then, Remembered now, Remembered last, List<Deed> done, Naming naming, Actor actor) {
        if (then == null && now == null) return Optional.empty();
        List<ChangedField> fields = fields(then, now, done);
        if (fields.isEmpty()) return Optional.empty();
        Change what = then == null ? Change.ADDED : now == null ? Change.REMOVED : Change.CHANGED;
        Remembered shown = now == null ? then : now;
        JsonNode reason = last.reason();
        return Optional.of(new Row(
                Naming.kind(last.type()),
                naming.ordinal(shown),
                new ChangedSubject(
                        last.type(),
                        last.id(),
                        naming.name(shown),
                        what,
                        what.in(actor.language()),
                        fields,
                        done.size(),
                        last.recordedAt(),
                        last.action(),
                        reason.path("why").asText(null),
                        reason.path("documentNumber").asText(null),
                        reason.path("approvedBy").asText(null))));
    }

    /** A new plan stands beside the promise and only in the record of the act itself. */
    private static List<ChangedField> fields(Remembered then, Remembered now, List<Deed> done) {
        List<ChangedField> fields = new ArrayList<>(Differences.of(promise(then), promise(now)));
        Set<String> acts = new HashSet<>();
        for (Deed deed : done)
            if (PLANS.containsKey(deed.action()) && acts.add(deed.action())) {
                boolean newest = now != null && now.action().equals(deed.action());
                String parts = newest ? now.state().path("parts").toString() : null;
                fields.add(new ChangedField(PLANS.get(deed.action()), null, parts));
            }
        return fields;
    }

    private static JsonNode promise(Remembered record) {
        if (record == null) return null;
        JsonNode state = record.state();
        return state.path("indicator").isObject() ? state.get("indicator") : state;
    }

    private static boolean shows(Sight sight, Remembered record) {
        return worker(record).map(unit -> sight.shows(record, unit)).orElseGet(() -> record.isFor(sight.reader()));
    }

    private static Set<UUID> workers(Memory before, Memory after) {
        Set<UUID> units = new HashSet<>();
        for (Memory memory : List.of(before, after))
            for (Remembered record : memory.last()) worker(record).ifPresent(units::add);
        return units;
    }

    /** The unit whose work it is; what belongs to the government names none, or only mentions it. */
    private static Optional<UUID> worker(Remembered record) {
        return Set.of("progress-entry", "item", "evidence").contains(record.type())
                ? Optional.ofNullable(record.state().path("unitId").asText(null))
                        .map(UUID::fromString)
                : Optional.empty();
    }
}
