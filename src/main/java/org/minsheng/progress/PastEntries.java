package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The progress entries as they were at an instant, for those who could read them then. */
@ApplicationScoped
class PastEntries {
    private static final String ENTRY = "progress-entry";

    private record Then(Remembered record, EntryState state) {
        static Then of(Remembered record) {
            return new Then(record, EntryState.of(record));
        }
    }

    private final Past past;
    private final PastProjects projects;
    private final PastIndicators indicators;
    private final CursorSeal seal;

    PastEntries(Past past, PastProjects projects, PastIndicators indicators, CursorSeal seal) {
        this.past = past;
        this.projects = projects;
        this.indicators = indicators;
        this.seal = seal;
    }

    Optional<ProgressEntryView> view(UUID id, Instant at, Actor actor) {
        return past.one(ENTRY, id, at).map(Then::of).flatMap(e -> view(e, at, actor));
    }

    private Optional<ProgressEntryView> view(Then entry, Instant at, Actor actor) {
        EntryState state = entry.state;
        Memory around = past.of(
                List.of(PastProjects.PROJECT, PastIndicators.INDICATOR),
                List.of(state.projectId(), state.indicatorId()),
                at);
        Sight sight = projects.sight(around, List.of(state.unitId()), at, actor);
        if (!sight.shows(entry.record, state.unitId())) return Optional.empty();
        boolean correcting = state.status() == EntryStatus.APPROVED
                && corrected(past.begun(state.projectId(), ENTRY, "progress.correction-drafted", at).all(ENTRY).stream()
                                .map(Then::of))
                        .contains(entry.record.id());
        return Optional.of(ProgressEntryView.of(
                entry.record.id(),
                state,
                PastIndicators.codes(around).get(state.indicatorId()),
                correcting,
                actor.language(),
                List.of()));
    }

    Page<ProgressEntryView> page(ProgressEntryFilter filter, Paging paging, Instant at, Actor actor) {
        Memory memory = memory(filter, at);
        List<Then> all = memory.all(ENTRY).stream().map(Then::of).toList();
        Sight sight =
                projects.sight(memory, all.stream().map(e -> e.state.unitId()).collect(Collectors.toSet()), at, actor);
        Set<UUID> corrected = corrected(all.stream());
        var codes = PastIndicators.codes(memory);
        List<Then> seen = all.stream()
                .filter(e -> sight.shows(e.record, e.state.unitId()))
                .toList();
        return Listed.of("progress-entries", at, seen)
                .sorted(
                        "-period",
                        e -> e.record.id(),
                        Key.value("period", LocalDate.class, e -> e.state.periodStart()),
                        Key.value("updatedAt", Instant.class, e -> e.state.updatedAt()))
                .given(filter.programme(), e -> e.state.programmeId().equals(filter.programme()))
                .given(filter.project(), e -> e.state.projectId().equals(filter.project()))
                .given(filter.indicator(), e -> e.state.indicatorId().equals(filter.indicator()))
                .given(filter.unit(), e -> e.state.unitId().equals(filter.unit()))
                .given(filter.period(), e -> e.state.period().equals(filter.period()))
                .given(filter.status(), e -> e.state.status() == filter.status())
                .given(filter.updatedSince(), e -> !e.state.updatedAt().isBefore(filter.updatedSince()))
                .read(paging, seal)
                .map(e -> ProgressEntryView.of(
                        e.record.id(),
                        e.state,
                        codes.get(e.state.indicatorId()),
                        corrected.contains(e.record.id()),
                        actor.language(),
                        List.of()));
    }

    private Memory memory(ProgressEntryFilter filter, Instant at) {
        String[] types = {PastProjects.PROJECT, PastIndicators.INDICATOR, ENTRY};
        if (filter.project() != null) return past.ofProject(filter.project(), at, types);
        if (filter.indicator() != null)
            return indicators
                    .projectOf(filter.indicator(), at)
                    .map(p -> past.ofProject(p, at, types))
                    .orElse(Memory.EMPTY);
        if (filter.programme() != null) return past.ofProgramme(filter.programme(), at, types);
        throw AsOf.needsOne("project", "indicator", "programme");
    }

    /** The entries that have a correction on its way. */
    private static Set<UUID> corrected(Stream<Then> entries) {
        return entries.map(Then::state)
                .filter(EntryState::isCorrecting)
                .map(EntryState::supersedesId)
                .collect(Collectors.toSet());
    }
}
