package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.units.UnitSpan;

/**
 * What one must know to tell some changes: the state before each of them, the things they name, the names of units.
 *
 * @param before by the id of the event that came after it
 * @param known the newest recorded state of things that others name, by their stream: clients choose ids, so two kinds may
 *     share one
 */
record Background(Map<Long, Told> before, Map<String, Told> known, Map<UUID, List<UnitSpan>> units) {

    JsonNode known(String kind, UUID id) {
        Told told = known.get(kind + "/" + id);
        return told == null ? MissingNode.getInstance() : State.of(told).values();
    }

    /** What another state names, empty where it names nothing that is known: an order's or a file's subject, what is rated. */
    Optional<Told> subject(Told told) {
        UUID rated = told.event().subjectId;
        if (told.event().subjectType.equals("rating"))
            return Optional.ofNullable(known.getOrDefault("indicator/" + rated, known.get("project/" + rated)));
        String kind = told.state().path("subjectType").asText().toLowerCase(Locale.ROOT);
        return Optional.ofNullable(known.get(kind.replace('_', '-') + "/" + Told.id(told.state(), "/subjectId")));
    }

    JsonNode subjectState(Told told) {
        return subject(told).map(s -> State.of(s).values()).orElse(MissingNode.getInstance());
    }

    /** Null for none. */
    String unitName(UUID unit, LocalDate day) {
        List<UnitSpan> spans = unit == null ? null : units.get(unit);
        return spans == null ? null : UnitSpan.nameOn(day, spans);
    }
}
