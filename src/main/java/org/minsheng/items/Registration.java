package org.minsheng.items;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Allocations;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Indicators;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.projects.Projects;
import org.minsheng.time.Time;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

/** What reporters and reviewers do with items; each act is one record in the ledger. */
@ApplicationScoped
class Registration {
    private final Items items;
    private final Indicators indicators;
    private final Projects projects;
    private final Allocations allocations;
    private final Units units;
    private final Ledger ledger;

    Registration(
            Items items,
            Indicators indicators,
            Projects projects,
            Allocations allocations,
            Units units,
            Ledger ledger) {
        this.items = items;
        this.indicators = indicators;
        this.projects = projects;
        this.allocations = allocations;
        this.units = units;
        this.ledger = ledger;
    }

    Item register(NewItem wanted, byte[] request, Actor actor, Instant now) {
        Indicator indicator = indicators
                .readable(wanted.indicatorId(), actor.scope())
                .orElseThrow(() -> Refusal.rule("progress.unknown-indicator").at("/indicatorId"));
        indicator.project().programme().requirePublished();
        indicator.requireNotDropped();
        UUID unitId = wanted.unitId() != null ? wanted.unitId() : actor.scope().unit();
        Unit unit = units.readable(unitId, actor.scope())
                .filter(u -> actor.scope().mayWorkIn(u.path()))
                .orElseThrow(() -> Refusal.rule("progress.not-your-unit").at("/unitId"));
        if (!projects.takesPart(unit.id(), indicator.project().id())
                && !allocations.of(unit.id()).contains(indicator.id()))
            throw Refusal.rule("progress.unit-has-no-part", unit.name()).at("/unitId");
        Item item = new Item(wanted, indicator, unit, actor.account(), Time.dayOf(now), request, now);
        requireNew(item);
        items.store(item);
        ledger.record(actor, "item.registered", item);
        return item;
    }

    void revise(Item item, ItemText text, Actor actor, Instant now) {
        item.revise(text, Time.dayOf(now), now);
        requireNew(item);
        ledger.record(actor, "item.edited", item);
    }

    void remove(Item item, Actor actor, Instant now) {
        item.requireUndecided();
        item.touch(now);
        ledger.record(actor, "item.deleted", item);
        items.delete(item);
    }

    void accept(Item item, Actor actor, Instant now) {
        item.accept(actor.account(), now);
        ledger.record(actor, "item.accepted", item);
    }

    void reject(Item item, String why, Actor actor, Instant now) {
        item.reject(actor.account(), why, now);
        ledger.record(actor, "item.rejected", item, Reason.of(why));
    }

    /** The unique key decides between two at once; this says who was first. */
    private void requireNew(Item item) {
        items.same(item).ifPresent(other -> {
            throw Refusal.rule(
                            "item.counted-already",
                            other.name,
                            String.valueOf(other.indicator.project().programme().year()),
                            other.indicator.code())
                    .at("/text/name");
        });
    }
}
