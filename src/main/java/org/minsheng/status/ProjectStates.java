package org.minsheng.status;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.access.Actor;
import org.minsheng.indicators.Plans;
import org.minsheng.projects.Projects;

/** All projects of a programme on a day; costs the same statements however many there are. */
@ApplicationScoped
public class ProjectStates {
    private final Projects projects;
    private final Plans plans;
    private final Facts facts;

    ProjectStates(Projects projects, Plans plans, Facts facts) {
        this.projects = projects;
        this.plans = plans;
        this.facts = facts;
    }

    public List<ProjectState> of(UUID programme, LocalDate day, LocalDate today, Actor actor) {
        Map<UUID, List<Fact>> known = facts.of(plans.promises(programme, null, actor.scope()), day, today).stream()
                .collect(Collectors.groupingBy(f -> f.indicator().project().id()));
        return projects.ofProgramme(programme, actor.scope(), actor.language()).stream()
                .map(p -> ProjectState.of(p, known.getOrDefault(p.id(), List.of()), day, actor.language()))
                .toList();
    }
}
