package org.minsheng.chronicle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.units.UnitSpan;

/**
 * What one must know to tell some changes: the state before each of them, the things they name, the names of units.
 *
 * @param before by the id of the event that came after it
 * @param known the newest recorded state of things that others name, by their id
 */
record Background(Map<Long, Told> before, Map<UUID, Told> known, Map<UUID, List<UnitSpan>> units) {

    JsonNode known(UUID id) {
        Told told = id == null ? null : known.get(id);
        return told == null ? MissingNode.getInstance() : State.of(told).values();
    }

    Optional<String> kindOf(UUID id) {
        return Optional.ofNullable(id).map(known::get).map(t -> t.event().subjectType);
    }

    /** Null for none. */
    String unitName(UUID unit, LocalDate day) {
        List<UnitSpan> spans = unit == null ? null : units.get(unit);
        return spans == null ? null : UnitSpan.nameOn(day, spans);
    }
}
