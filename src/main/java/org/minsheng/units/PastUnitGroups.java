package org.minsheng.units;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Listed;
import org.minsheng.http.Listed.Key;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.ledger.Reader;
import org.minsheng.ledger.past.Past;
import org.minsheng.ledger.past.Remembered;

/** The groups of units as they were at an instant, their members under the names they had then. */
@ApplicationScoped
class PastUnitGroups {
    private static final String GROUP = "unit-group";
    private final Past past;
    private final PastUnits units;
    private final CursorSeal seal;

    PastUnitGroups(Past past, PastUnits units, CursorSeal seal) {
        this.past = past;
        this.units = units;
        this.seal = seal;
    }

    Optional<UnitGroupView> view(UUID id, Instant at, Actor actor) {
        Reader reader = new Reader(actor, Set.of());
        return past.one(GROUP, id, at).filter(g -> g.isFor(reader)).map(g -> view(g, at));
    }

    private UnitGroupView view(Remembered record, Instant at) {
        GroupState group = record.state(GroupState.class);
        Map<UUID, UnitThen> named =
                units.of(group.members().stream().map(UnitGroup.Member::unitId).toList(), at);
        List<UnitGroupView.Member> members = group.members().stream()
                .sorted(Comparator.comparingInt(UnitGroup.Member::position))
                .map(m -> new UnitGroupView.Member(
                        m.unitId(), named.get(m.unitId()).name(), m.validFrom(), m.validTo()))
                .toList();
        return UnitGroupView.of(record.id(), group.changed(record.recordedAt()), members, List.of());
    }

    Page<UnitGroupRow> page(UnitGroupFilter filter, Paging paging, Instant at, Scope scope) {
        record Then(UUID id, GroupState group) {}
        List<Then> all = past.everything(scope, at, GROUP).all(GROUP).stream()
                .map(g -> new Then(g.id(), g.state(GroupState.class)))
                .toList();
        return Listed.of("unit-groups", at, all)
                .sorted(
                        "code",
                        Then::id,
                        Key.value("code", String.class, g -> g.group.code()),
                        Key.name("name", g -> g.group.name()))
                .given(filter.government(), g -> g.group.governmentId().equals(filter.government()))
                .given(filter.code(), g -> g.group.code().equals(filter.code()))
                .given(filter.unit(), g -> g.group.members().stream()
                        .anyMatch(m -> m.unitId().equals(filter.unit())))
                .read(paging, seal)
                .map(g -> new UnitGroupRow(g.id, g.group.governmentId(), g.group.code(), g.group.name()));
    }
}
