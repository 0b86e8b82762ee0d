package org.minsheng.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.projects.PastProjects;
import org.minsheng.projects.ProjectView;
import org.minsheng.units.PastUnits;
import org.minsheng.units.UnitRow;
import org.minsheng.units.UnitThen;

/** The one-call read of a project, all of it as of one instant. */
@ApplicationScoped
class PastSheets {
    private final PastProjects projects;
    private final PastIndicators indicators;
    private final PastUnits units;

    PastSheets(PastProjects projects, PastIndicators indicators, PastUnits units) {
        this.projects = projects;
        this.indicators = indicators;
        this.units = units;
    }

    ProjectSheet sheet(UUID id, Set<String> wanted, Instant at, Actor actor) {
        ProjectView project = projects.view(id, at, actor).orElseThrow(Refusal::notFound);
        return new ProjectSheet(
                project,
                wanted.contains("indicators") ? indicators.ofProject(id, at, actor) : null,
                wanted.contains("units") ? rows(project, at) : null);
    }

    private List<UnitRow> rows(ProjectView project, Instant at) {
        return units.of(project.unitIds(), at).values().stream()
                .sorted(Comparator.comparing(UnitThen::path))
                .map(UnitThen::row)
                .toList();
    }
}
