package org.minsheng.units;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.db.Folding;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Listed;
import org.minsheng.http.Listed.Key;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.ledger.Reader;
import org.minsheng.ledger.past.Past;

/** The tree as it stood at an instant. */
@ApplicationScoped
public class PastUnits {
    private static final String UNIT = "unit";
    private final Past past;
    private final CursorSeal seal;

    PastUnits(Past past, CursorSeal seal) {
        this.past = past;
        this.seal = seal;
    }

    Optional<UnitView> view(UUID id, Instant at, Actor actor) {
        Reader reader = new Reader(actor, Set.of());
        return past.one(UNIT, id, at)
                .filter(u -> u.isFor(reader))
                .map(u -> UnitView.of(u.state(UnitState.class), actor.language(), List.of()));
    }

    Page<UnitRow> page(UnitFilter filter, Paging paging, Instant at, Scope scope) {
        List<UnitThen> all = past.everything(scope, at, UNIT).all(UNIT).stream()
                .map(UnitThen::of)
                .toList();
        return Listed.of("units", at, all)
                .sorted(
                        "path",
                        UnitThen::id,
                        Key.value("path", String.class, UnitThen::path),
                        Key.name("name", UnitThen::name),
                        Key.value("code", String.class, u -> u.row().code()))
                .given(filter.type(), u -> u.row().type() == filter.type())
                .given(filter.parent(), u -> filter.parent().equals(u.row().parentId()))
                .given(filter.code(), u -> u.row().code().equals(filter.code()))
                .given(filter.q(), u -> Folding.fold(u.name()).contains(Folding.fold(filter.q())))
                .read(paging, seal)
                .map(UnitThen::row);
    }

    /** Those of the units that were there. */
    public Map<UUID, UnitThen> of(Collection<UUID> ids, Instant at) {
        Map<UUID, UnitThen> units = new HashMap<>();
        past.of(List.of(UNIT), ids, at).all(UNIT).forEach(u -> units.put(u.id(), UnitThen.of(u)));
        return units;
    }
}
