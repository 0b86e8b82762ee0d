package org.minsheng.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.db.Folding;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Listed;
import org.minsheng.http.Listed.Key;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.ledger.past.Memory;
import org.minsheng.ledger.past.Past;
import org.minsheng.ledger.past.Remembered;
import org.minsheng.programmes.PastProgrammes;
import org.minsheng.projects.PastProjects;

/** The promises as they were at an instant. */
@ApplicationScoped
public class PastIndicators {
    public static final String INDICATOR = "indicator";
    private static final String PROGRAMME = PastProgrammes.PROGRAMME;
    private static final String PROJECT = PastProjects.PROJECT;

    private record Then(UUID programme, int year, int project, IndicatorState state) {}

    private final Past past;
    private final PastProjects projects;
    private final CursorSeal seal;

    PastIndicators(Past past, PastProjects projects, CursorSeal seal) {
        this.past = past;
        this.projects = projects;
        this.seal = seal;
    }

    Optional<IndicatorView> view(UUID id, Instant at, Actor actor) {
        return past.one(INDICATOR, id, at)
                .filter(i -> projects.isReadable(i, at, actor))
                .map(i -> IndicatorView.of(IndicatorState.of(i), actor.language()));
    }

    Page<IndicatorView> page(IndicatorFilter filter, Paging paging, Instant at, Actor actor) {
        List<Then> all = then(memory(filter, at, actor), actor);
        return Listed.of("indicators", at, all)
                .sorted(
                        "-year,project,ordinal",
                        i -> i.state.id(),
                        Key.value("year", Integer.class, Then::year),
                        Key.value("project", Integer.class, Then::project),
                        Key.value("ordinal", Integer.class, i -> i.state.ordinal()),
                        Key.name("name", i -> i.state.name()),
                        Key.value("dueDate", LocalDate.class, i -> i.state.windowEnd()))
                .given(filter.programme(), i -> i.programme.equals(filter.programme()))
                .given(filter.project(), i -> i.state.projectId().equals(filter.project()))
                .given(filter.measureKind(), i -> i.state.measureKind() == filter.measureKind())
                .given(filter.commitment(), i -> i.state.commitment() == filter.commitment())
                .given(filter.updatedSince(), i -> !i.state.updatedAt().isBefore(filter.updatedSince()))
                .given(filter.q(), i -> i.state.says(Folding.fold(filter.q())))
                .read(paging, seal)
                .map(i -> IndicatorView.of(i.state, actor.language()));
    }

    List<IndicatorView> ofProject(UUID project, Instant at, Actor actor) {
        Paging all = new Paging(100_000, null, false, "ordinal", null);
        return page(new IndicatorFilter(null, project, null, null, null, null), all, at, actor)
                .items();
    }

    private Memory memory(IndicatorFilter filter, Instant at, Actor actor) {
        if (filter.project() != null) return ofProject(filter.project(), at);
        if (filter.programme() != null) return past.ofProgramme(filter.programme(), at, PROGRAMME, PROJECT, INDICATOR);
        return past.everything(actor.scope(), at, PROGRAMME, PROJECT, INDICATOR);
    }

    /** A project, its promises and its programme. */
    private Memory ofProject(UUID project, Instant at) {
        Memory parts = past.ofProject(project, at, PROJECT, INDICATOR);
        return parts.find(PROJECT, project)
                .map(p -> past.of(List.of(PROGRAMME), List.of(p.programmeId()), at)
                        .and(parts))
                .orElse(parts);
    }

    private static List<Then> then(Memory memory, Actor actor) {
        Map<UUID, Integer> years = PastProgrammes.years(memory, actor);
        Map<UUID, Integer> ordinals = PastProjects.ordinals(memory);
        return memory.all(INDICATOR).stream()
                .filter(i -> years.containsKey(i.programmeId()) && ordinals.containsKey(i.projectId()))
                .map(i -> new Then(
                        i.programmeId(), years.get(i.programmeId()), ordinals.get(i.projectId()), IndicatorState.of(i)))
                .toList();
    }

    /** The codes that these promises had. */
    public static Map<UUID, String> codes(Memory memory) {
        Map<UUID, String> codes = new HashMap<>();
        for (Remembered indicator : memory.all(INDICATOR))
            codes.put(indicator.id(), IndicatorState.of(indicator).code());
        return codes;
    }

    /** The project of a promise, whether or not it is still there. */
    public Optional<UUID> projectOf(UUID indicator, Instant at) {
        return past.of(List.of(INDICATOR), List.of(indicator), at)
                .last(INDICATOR, indicator)
                .map(Remembered::projectId);
    }
}
