package org.minsheng.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.indicators.Plans;
import org.minsheng.projects.ProjectRow;
import org.minsheng.projects.Projects;

/** All projects of a programme on a day; costs the same statements however many there are. */
@ApplicationScoped
public class ProjectStates {
    private final Projects projects;
    private final Plans plans;
    private final Facts facts;
    private final Ratings ratings;

    ProjectStates(Projects projects, Plans plans, Facts facts, Ratings ratings) {
        this.projects = projects;
        this.plans = plans;
        this.facts = facts;
        this.ratings = ratings;
    }

    public List<ProjectState> of(UUID programme, LocalDate day, LocalDate today, Actor actor) {
        return on(programme, List.of(day), today, actor).get(day);
    }

    /** The same on many days. */
    public Map<LocalDate, List<ProjectState>> on(
            UUID programme, Collection<LocalDate> days, LocalDate today, Actor actor) {
        List<ProjectRow> rows = projects.ofProgramme(programme, actor.scope(), actor.language());
        Map<UUID, Rating> rated =
                ratings.ofProjects(rows.stream().map(ProjectRow::id).toList());
        Map<LocalDate, List<ProjectState>> states = new TreeMap<>();
        facts.on(plans.promises(programme, null, actor.scope()), days, today).forEach((day, known) -> {
            Map<UUID, List<Fact>> ofProject = known.stream()
                    .collect(Collectors.groupingBy(f -> f.indicator().project().id()));
            states.put(
                    day,
                    rows.stream()
                            .map(p -> ProjectState.of(
                                    p,
                                    ofProject.getOrDefault(p.id(), List.of()),
                                    rated.get(p.id()),
                                    day,
                                    actor.language()))
                            .toList());
        });
        return states;
    }
}
