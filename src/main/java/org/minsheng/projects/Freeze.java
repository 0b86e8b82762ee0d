package org.minsheng.projects;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.programmes.ChangeOrder;
import org.minsheng.programmes.ChangeOrdered;
import org.minsheng.programmes.ProgrammePublishing;
import org.minsheng.programmes.ProgrammeRemoving;
import org.minsheng.time.Time;
import org.minsheng.units.UnitGroups;

/** What publication, removal and change orders mean for projects. */
@ApplicationScoped
class Freeze {
    private final Projects projects;
    private final UnitGroups groups;
    private final Ledger ledger;

    Freeze(Projects projects, UnitGroups groups, Ledger ledger) {
        this.projects = projects;
        this.groups = groups;
        this.ledger = ledger;
    }

    void publishing(@Observes @Priority(1) ProgrammePublishing event) {
        List<Project> all = projects.all(event.programme().id());
        if (all.isEmpty()) throw Refusal.rule("programme.without-projects");
        for (Project project : all) {
            if (project.parts.stream().noneMatch(p -> p.role() == UnitRole.LEAD))
                throw Refusal.rule("project.without-lead", project.name);
            project.freeze(members(project, event), event.now());
        }
        ledger.record(event.actor(), "project.frozen", all, Reason.NONE);
    }

    private List<GroupMember> members(Project project, ProgrammePublishing event) {
        Set<UUID> named = project.parts.stream().map(Part::unitId).collect(Collectors.toCollection(HashSet::new));
        List<GroupMember> members = new ArrayList<>();
        for (Part part : project.parts) {
            if (part.groupId() == null) continue;
            int position = 0;
            for (var unit : groups.membersOn(part.groupId(), Time.dayOf(event.now())))
                if (!named.contains(unit.id()))
                    members.add(new GroupMember(part.groupId(), ++position, unit.id(), unit.name()));
        }
        return members;
    }

    void removing(@Observes @Priority(2) ProgrammeRemoving event) {
        List<Project> all = projects.all(event.programme().id());
        all.forEach(p -> p.touch(event.now()));
        ledger.record(event.actor(), "project.deleted", all, Reason.NONE);
        all.forEach(projects::delete);
    }

    void ordered(@Observes ChangeOrdered event) {
        ChangeOrder order = event.order();
        if (order.kindOfSubject() != ChangeOrder.SubjectType.PROJECT) return;
        Project project = projects.known(order.subjectId())
                .filter(p -> p.programme.id().equals(order.programmeId()))
                .orElse(null);
        if (project == null) return;
        project.apply(order, event.now());
        ledger.record(event.actor(), "project.changed-by-order", project, order.why());
    }
}
