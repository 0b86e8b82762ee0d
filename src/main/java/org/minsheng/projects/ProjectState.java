package org.minsheng.projects;

import java.util.List;
import org.minsheng.ledger.Personal;

/** A project as the ledger keeps it; the names of persons can be erased from there. */
record ProjectState(
        ProjectDetail project,
        List<Part> parts,
        List<Component> components,
        List<GroupMember> groupMembers,
        Personal contactPerson,
        Personal leaderInCharge) {
    static ProjectState of(Project p) {
        return new ProjectState(
                ProjectDetail.ofEntity(p),
                List.copyOf(p.parts),
                List.copyOf(p.components),
                List.copyOf(p.groupMembers),
                Personal.of(p.contactPerson),
                Personal.of(p.leaderInCharge));
    }

    List<Part> leads() {
        return parts.stream().filter(p -> p.role() == UnitRole.LEAD).toList();
    }
}
