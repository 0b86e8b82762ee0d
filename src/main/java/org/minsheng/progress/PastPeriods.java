package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.ledger.Reader;
import org.minsheng.ledger.past.Memory;
import org.minsheng.ledger.past.Past;
import org.minsheng.programmes.PastProgrammes;

/** The reporting periods as they were at an instant. */
@ApplicationScoped
class PastPeriods {
    private static final String PERIOD = "period";
    private final Past past;

    PastPeriods(Past past) {
        this.past = past;
    }

    Optional<PeriodView> view(UUID id, Instant at, Actor actor) {
        Reader reader = new Reader(actor, Set.of());
        return past.one(PERIOD, id, at)
                .filter(p -> p.isFor(reader))
                .map(p -> PeriodView.of(p.state(PeriodState.class), List.of()));
    }

    Optional<PeriodList> ofProgramme(UUID programme, Instant at, Actor actor) {
        Memory memory = past.ofProgramme(programme, at, PastProgrammes.PROGRAMME, PERIOD);
        if (!PastProgrammes.isReadable(memory, programme, actor)) return Optional.empty();
        return Optional.of(new PeriodList(memory.all(PERIOD).stream()
                .map(p -> p.state(PeriodState.class))
                .sorted(Comparator.comparing(PeriodState::startsOn))
                .map(p -> PeriodView.of(p, List.of()))
                .toList()));
    }
}
