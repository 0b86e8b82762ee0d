package org.minsheng.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.minsheng.http.Refusal;
import org.minsheng.programmes.Programme;
import org.minsheng.units.Unit;
import org.minsheng.units.UnitGroup;
import org.minsheng.units.UnitGroups;
import org.minsheng.units.Units;

/** Turns ids of a request into roles: only units and groups of the programme's own government, under today's names. */
@ApplicationScoped
class Parts {
    private final Units units;
    private final UnitGroups groups;

    Parts(Units units, UnitGroups groups) {
        this.units = units;
        this.groups = groups;
    }

    List<Part> of(ProjectText text, Programme programme) {
        List<Part> parts = new ArrayList<>();
        int position = 0;
        for (UUID id : text.leadUnitIds()) parts.add(unit(UnitRole.LEAD, ++position, id, programme, "/leadUnitIds"));
        position = 0;
        if (text.coUnitIds() != null)
            for (UUID id : text.coUnitIds()) parts.add(unit(UnitRole.CO, ++position, id, programme, "/coUnitIds"));
        if (text.coGroupIds() != null)
            for (UUID id : text.coGroupIds()) {
                UnitGroup group = groups.known(id)
                        .filter(g ->
                                g.governmentId().equals(programme.government().id()))
                        .orElseThrow(() -> Refusal.rule("project.unknown-group").at("/coGroupIds"));
                parts.add(new Part(UnitRole.CO, ++position, null, id, group.name()));
            }
        return parts;
    }

    private Part unit(UnitRole role, int position, UUID id, Programme programme, String pointer) {
        Unit unit = units.known(id)
                .filter(u -> u.path().startsWith(programme.government().path()))
                .orElseThrow(() -> Refusal.rule("project.unknown-unit").at(pointer));
        return new Part(role, position, id, null, unit.name());
    }
}
