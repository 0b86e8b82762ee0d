package org.minsheng.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.minsheng.access.Actor;
import org.minsheng.access.Scope;
import org.minsheng.db.Collation;
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
import org.minsheng.programmes.PastProgrammes;
import org.minsheng.units.PastUnits;
import org.minsheng.units.UnitThen;

/** The projects as they were at an instant, and who saw what of the work on them. */
@ApplicationScoped
public class PastProjects {
    public static final String PROJECT = "project";

    private record Then(int year, ProjectState state) {
        ProjectDetail detail() {
            return state.project();
        }
    }

    private final Past past;
    private final PastProgrammes programmes;
    private final PastUnits units;
    private final CursorSeal seal;

    PastProjects(Past past, PastProgrammes programmes, PastUnits units, CursorSeal seal) {
        this.past = past;
        this.programmes = programmes;
        this.units = units;
        this.seal = seal;
    }

    public Optional<ProjectView> view(UUID id, Instant at, Actor actor) {
        return past.one(PROJECT, id, at)
                .filter(p -> isReadable(p, at, actor))
                .map(p -> ProjectView.of(p.state(ProjectState.class), actor.language(), List.of()));
    }

    /** Whether the caller may read what belongs to the programme of a project. */
    public boolean isReadable(Remembered part, Instant at, Actor actor) {
        return part.isFor(new Reader(actor, Set.of())) && programmes.isReadable(part.programmeId(), at, actor);
    }

    Page<ProjectRow> page(ProjectFilter filter, Paging paging, Instant at, Actor actor) {
        Memory memory = filter.programme() == null
                ? past.everything(actor.scope(), at, PastProgrammes.PROGRAMME, PROJECT)
                : past.ofProgramme(filter.programme(), at, PastProgrammes.PROGRAMME, PROJECT);
        Map<UUID, Integer> years = PastProgrammes.years(memory, actor);
        List<Then> all = memory.all(PROJECT).stream()
                .filter(p -> years.containsKey(p.programmeId()))
                .map(p -> new Then(years.get(p.programmeId()), p.state(ProjectState.class)))
                .toList();
        Map<UUID, UnitThen> named =
                filter.unitName() == null && filter.leadUnitName() == null ? Map.of() : units.of(partners(all), at);
        return Listed.of("projects", at, all)
                .sorted(
                        "-year,ordinal",
                        p -> p.detail().id(),
                        Key.value("year", Integer.class, Then::year),
                        Key.value("ordinal", Integer.class, p -> p.detail().ordinal()),
                        Key.name("name", p -> p.detail().name()),
                        Key.value("updatedAt", Instant.class, p -> p.detail().updatedAt()))
                .given(filter.programme(), p -> p.detail().programmeId().equals(filter.programme()))
                .given(filter.year(), p -> p.year() == filter.year())
                .given(filter.status(), p -> p.detail().status() == filter.status())
                .given(filter.leadUnitId(), p -> has(p.state().leads(), filter.leadUnitId()))
                .given(filter.leadUnitName(), p -> names(p.state().leads(), filter.leadUnitName(), named))
                .given(filter.unitId(), p -> has(p.state().parts(), filter.unitId()))
                .given(filter.unitName(), p -> names(p.state().parts(), filter.unitName(), named))
                .given(filter.updatedSince(), p -> !p.detail().updatedAt().isBefore(filter.updatedSince()))
                .given(filter.q(), p -> p.detail().says(Folding.fold(filter.q())))
                .read(paging, seal)
                .map(p -> ProjectRow.of(p.detail(), p.state().parts(), actor.language()));
    }

    List<ProjectRow> ofProgramme(UUID programme, Instant at, Actor actor) {
        Paging all = new Paging(100_000, null, false, "ordinal", null);
        return page(new ProjectFilter(programme, null, null, null, null, null, null), all, at, actor)
                .items();
    }

    /** The numbers that these projects had in the notice. */
    public static Map<UUID, Integer> ordinals(Memory memory) {
        Map<UUID, Integer> ordinals = new HashMap<>();
        for (Remembered project : memory.all(PROJECT))
            ordinals.put(
                    project.id(), project.state(ProjectState.class).project().ordinal());
        return ordinals;
    }

    private static Set<UUID> partners(Collection<Then> projects) {
        Set<UUID> units = new HashSet<>();
        for (Then project : projects)
            for (Part part : project.state().parts()) if (part.unitId() != null) units.add(part.unitId());
        return units;
    }

    private static boolean has(List<Part> parts, UUID unit) {
        return parts.stream().anyMatch(p -> unit.equals(p.unitId()));
    }

    private static boolean names(List<Part> parts, String wanted, Map<UUID, UnitThen> units) {
        return parts.stream()
                .anyMatch(p -> Collation.same(p.name(), wanted)
                        || units.containsKey(p.unitId())
                                && units.get(p.unitId()).row().code().equals(wanted));
    }

    /**
     * What the caller could see of the work of these units: from where their own unit stood then, and as the lead of the
     * projects that it led then.
     *
     * @param memory with the projects that are asked about
     */
    public Sight sight(Memory memory, Collection<UUID> workers, Instant at, Actor actor) {
        Map<UUID, List<Part>> leads = new HashMap<>();
        for (Remembered project : memory.all(PROJECT))
            leads.put(project.id(), project.state(ProjectState.class).leads());
        Set<UUID> asked = new HashSet<>(workers);
        leads.values().forEach(parts -> parts.forEach(p -> asked.add(p.unitId())));
        if (actor.scope().isFenced()) asked.add(actor.scope().unit());
        asked.remove(null);
        Map<UUID, UnitThen> known = units.of(asked, at);
        Scope scope = scope(actor, known);
        Set<UUID> led = new HashSet<>();
        leads.forEach((project, parts) -> {
            if (parts.stream().anyMatch(p -> isWithin(scope, known.get(p.unitId())))) led.add(project);
        });
        return new Sight(new Reader(actor.within(scope), led), known);
    }

    private static Scope scope(Actor actor, Map<UUID, UnitThen> known) {
        UnitThen own = actor.scope().isFenced() ? known.get(actor.scope().unit()) : null;
        return own == null ? actor.scope() : actor.scope().workingBelow(own.path());
    }

    private static boolean isWithin(Scope scope, UnitThen unit) {
        return Stream.ofNullable(unit).anyMatch(u -> scope.mayWorkIn(u.path()));
    }
}
