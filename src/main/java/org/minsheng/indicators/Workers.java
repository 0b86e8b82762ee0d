package org.minsheng.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.projects.Projects;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

/** Who works on a promise: units with a part in its project and units with a share of its target. */
@ApplicationScoped
public class Workers {
    private final Indicators indicators;
    private final Projects projects;
    private final Allocations allocations;
    private final Units units;

    Workers(Indicators indicators, Projects projects, Allocations allocations, Units units) {
        this.indicators = indicators;
        this.projects = projects;
        this.allocations = allocations;
        this.units = units;
    }

    public Indicator promise(UUID wanted, Actor actor) {
        return indicators.readable(wanted, actor.scope()).orElseThrow(() -> Refusal.rule("progress.unknown-indicator")
                .at("/indicatorId"));
    }

    /**
     * The unit that the caller works for on a promise.
     *
     * @param wanted the caller's own unit when null
     */
    public Unit on(Indicator promise, UUID wanted, Actor actor) {
        UUID id = wanted != null ? wanted : actor.scope().unit();
        Unit unit = units.readable(id, actor.scope())
                .filter(u -> actor.scope().mayWorkIn(u.path()))
                .orElseThrow(() -> Refusal.rule("progress.not-your-unit").at("/unitId"));
        boolean part = projects.takesPart(unit.id(), promise.project().id())
                || allocations.of(unit.id()).contains(promise.id());
        require(promise, unit, part, "/unitId");
        return unit;
    }

    /**
     * @param part whether the unit works on the promise
     * @param pointer where the caller named the unit
     */
    public static void require(Indicator promise, Unit unit, boolean part, String pointer) {
        promise.project().programme().requirePublished();
        promise.requireNotDropped();
        if (!part) throw Refusal.rule("progress.unit-has-no-part", unit.name()).at(pointer);
    }
}
