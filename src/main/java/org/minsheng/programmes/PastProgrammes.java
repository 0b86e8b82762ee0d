package org.minsheng.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.db.Folding;
import org.minsheng.http.CursorSeal;
import org.minsheng.http.Listed;
import org.minsheng.http.Listed.Key;
import org.minsheng.http.Page;
import org.minsheng.http.Paging;
import org.minsheng.ledger.Reader;
import org.minsheng.ledger.past.Memory;
import org.minsheng.ledger.past.Past;
import org.minsheng.ledger.past.Remembered;
import org.minsheng.units.PastUnits;
import org.minsheng.units.UnitThen;

/** The yearly lists as they were at an instant. What was a draft then exists only for those who may see drafts. */
@ApplicationScoped
public class PastProgrammes {
    public static final String PROGRAMME = "programme";
    private static final String ORDER = "change-order";
    private static final int MOST_ORDERS = 1000;
    private final Past past;
    private final PastUnits units;
    private final CursorSeal seal;

    PastProgrammes(Past past, PastUnits units, CursorSeal seal) {
        this.past = past;
        this.units = units;
        this.seal = seal;
    }

    public Optional<ProgrammeView> view(UUID id, Instant at, Actor actor) {
        return past.one(PROGRAMME, id, at)
                .filter(p -> isReadable(p, actor))
                .map(p -> ProgrammeView.of(p.state(ProgrammeState.class), actor.language(), List.of()));
    }

    public boolean isReadable(UUID id, Instant at, Actor actor) {
        return isReadable(past.of(List.of(PROGRAMME), List.of(id), at), id, actor);
    }

    public static boolean isReadable(Memory memory, UUID id, Actor actor) {
        return memory.find(PROGRAMME, id).filter(p -> isReadable(p, actor)).isPresent();
    }

    /** By the state as well: what was recorded before there were audiences was given that of a later day. */
    private static boolean isReadable(Remembered programme, Actor actor) {
        return programme.isFor(new Reader(actor, Set.of()))
                && (actor.scope().drafts()
                        || programme.state(ProgrammeState.class).status() != ProgrammeStatus.DRAFT);
    }

    /** The years of the programmes that the caller may read. */
    public static Map<UUID, Integer> years(Memory memory, Actor actor) {
        return memory.all(PROGRAMME).stream()
                .filter(p -> isReadable(p, actor))
                .collect(java.util.stream.Collectors.toMap(
                        Remembered::id, p -> p.state(ProgrammeState.class).year()));
    }

    Page<ProgrammeRow> page(ProgrammeFilter filter, Paging paging, Instant at, Actor actor) {
        List<ProgrammeState> all = past.everything(actor.scope(), at, PROGRAMME).all(PROGRAMME).stream()
                .filter(p -> isReadable(p, actor))
                .map(p -> p.state(ProgrammeState.class))
                .toList();
        Page<ProgrammeState> page = Listed.of("programmes", at, all)
                .sorted(
                        "-year",
                        ProgrammeState::id,
                        Key.value("year", Integer.class, ProgrammeState::year),
                        Key.name("title", ProgrammeState::title))
                .given(filter.year(), p -> p.year() == filter.year())
                .given(filter.government(), p -> p.governmentId().equals(filter.government()))
                .given(filter.status(), p -> p.status() == filter.status())
                .given(filter.q(), p -> Folding.fold(p.title()).contains(Folding.fold(filter.q())))
                .read(paging, seal);
        Map<UUID, UnitThen> governments = units.of(
                page.items().stream()
                        .map(ProgrammeState::governmentId)
                        .distinct()
                        .toList(),
                at);
        return page.map(
                p -> ProgrammeRow.of(p, governments.get(p.governmentId()).name()));
    }

    Optional<List<ChangeOrderView>> changeOrders(UUID programme, UUID subject, Instant at, Actor actor) {
        Memory memory = past.ofProgramme(programme, at, PROGRAMME, ORDER);
        if (!isReadable(memory, programme, actor)) return Optional.empty();
        return Optional.of(memory.all(ORDER).stream()
                .map(o -> o.state(ChangeOrderView.class))
                .filter(o -> subject == null || subject.equals(o.subjectId()))
                .sorted(Comparator.comparing(o -> o.id().toString()))
                .limit(MOST_ORDERS)
                .toList());
    }
}
