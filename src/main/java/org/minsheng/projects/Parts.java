package org.minsheng.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.minsheng.db.Ids;
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

    /** Components under the names their leads have today; kept ids must be the project's own. */
    static List<Component> components(ProjectText text, List<Part> parts, List<Component> present) {
        if (text.components() == null) return List.of();
        List<Component> components = new ArrayList<>();
        for (ComponentText c : text.components()) {
            String pointer = "/components/" + components.size();
            if (c.id() != null && present.stream().noneMatch(p -> p.id().equals(c.id())))
                throw Refusal.rule("project.unknown-component").at(pointer + "/id");
            if (components.stream()
                    .anyMatch(
                            other -> other.mark().equals(c.mark()) || other.id().equals(c.id())))
                throw Refusal.rule("project.component-twice").at(pointer + "/mark");
            UUID id = c.id() != null ? c.id() : Ids.next();
            components.add(new Component(
                    components.size() + 1,
                    id,
                    c.mark(),
                    c.name(),
                    c.leadUnitId(),
                    lead(c, parts, pointer),
                    c.leadInferred()));
        }
        return components;
    }

    private static String lead(ComponentText component, List<Part> parts, String pointer) {
        if (component.leadUnitId() == null) return null;
        return parts.stream()
                .filter(p -> p.role() == UnitRole.LEAD && component.leadUnitId().equals(p.unitId()))
                .map(Part::name)
                .findFirst()
                .orElseThrow(() ->
                        Refusal.rule("project.component-lead-leads-nothing").at(pointer + "/leadUnitId"));
    }

    private Part unit(UnitRole role, int position, UUID id, Programme programme, String pointer) {
        Unit unit = units.known(id)
                .filter(u -> u.path().startsWith(programme.government().path()))
                .orElseThrow(() -> Refusal.rule("project.unknown-unit").at(pointer));
        return new Part(role, position, id, null, unit.name());
    }
}
