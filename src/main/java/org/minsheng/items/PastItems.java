package org.minsheng.items;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Listed;
import org.minsheng.http.Listed.Key;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.indicators.PastIndicators;
import org.minsheng.ledger.past.AsOf;
import org.minsheng.ledger.past.Memory;
import org.minsheng.ledger.past.Past;
import org.minsheng.ledger.past.Remembered;
import org.minsheng.projects.PastProjects;
import org.minsheng.projects.Sight;

/** The items as they were at an instant, for those who could read them then. */
@ApplicationScoped
class PastItems {
    private static final String ITEM = "item";

    private record Then(Remembered record, ItemState state) {
        static Then of(Remembered record) {
            return new Then(record, ItemState.of(record));
        }

        ItemView view(String code, Actor actor) {
            return ItemView.of(record.id(), state, code, actor.language(), List.of());
        }
    }

    private final Past past;
    private final PastProjects projects;
    private final PastIndicators indicators;
    private final CursorSeal seal;

    PastItems(Past past, PastProjects projects, PastIndicators indicators, CursorSeal seal) {
        this.past = past;
        this.projects = projects;
        this.indicators = indicators;
        this.seal = seal;
    }

    Optional<ItemView> view(UUID id, Instant at, Actor actor) {
        return past.one(ITEM, id, at).map(Then::of).flatMap(i -> view(i, at, actor));
    }

    private Optional<ItemView> view(Then item, Instant at, Actor actor) {
        UUID indicator = item.state.indicatorId();
        Memory around = past.of(
                List.of(PastProjects.PROJECT, PastIndicators.INDICATOR),
                List.of(item.state.projectId(), indicator),
                at);
        UUID unit = item.state.unitId();
        return Optional.of(item)
                .filter(i -> projects.sight(around, List.of(unit), at, actor).shows(i.record, unit))
                .map(i -> i.view(PastIndicators.codes(around).get(indicator), actor));
    }

    Page<ItemView> page(ItemFilter filter, Paging paging, Instant at, Actor actor) {
        Memory memory = memory(filter, at);
        List<Then> all = memory.all(ITEM).stream().map(Then::of).toList();
        Sight sight =
                projects.sight(memory, all.stream().map(i -> i.state.unitId()).collect(Collectors.toSet()), at, actor);
        var codes = PastIndicators.codes(memory);
        List<Then> seen = all.stream()
                .filter(i -> sight.shows(i.record, i.state.unitId()))
                .toList();
        return Listed.of("items", at, seen)
                .sorted(
                        "-id",
                        i -> i.record.id(),
                        Key.value("id", UUID.class, i -> i.record.id()),
                        Key.name("name", i -> i.state.text().name()))
                .given(filter.project(), i -> i.state.projectId().equals(filter.project()))
                .given(filter.indicator(), i -> i.state.indicatorId().equals(filter.indicator()))
                .given(filter.unit(), i -> i.state.unitId().equals(filter.unit()))
                .given(filter.status(), i -> i.state.status() == filter.status())
                .read(paging, seal)
                .map(i -> i.view(codes.get(i.state.indicatorId()), actor));
    }

    private Memory memory(ItemFilter filter, Instant at) {
        if (filter.project() == null && filter.indicator() == null) throw AsOf.needsOne("project", "indicator");
        UUID project = filter.project() != null
                ? filter.project()
                : indicators.projectOf(filter.indicator(), at).orElse(null);
        return project == null
                ? Memory.EMPTY
                : past.ofProject(project, at, PastProjects.PROJECT, PastIndicators.INDICATOR, ITEM);
    }
}
