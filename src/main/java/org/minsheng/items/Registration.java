package org.minsheng.items;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Workers;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.time.Time;
import org.minsheng.units.Unit;

/** What reporters and reviewers do with items; each act is one record in the ledger. */
@ApplicationScoped
class Registration {
    private final Items items;
    private final Workers workers;
    private final Ledger ledger;

    Registration(Items items, Workers workers, Ledger ledger) {
        this.items = items;
        this.workers = workers;
        this.ledger = ledger;
    }

    Item register(NewItem wanted, byte[] request, Actor actor, Instant now) {
        Indicator promise = workers.promise(wanted.indicatorId(), actor);
        Unit unit = workers.on(promise, wanted.unitId(), actor);
        Item item = new Item(wanted, promise, unit, actor.account(), Time.dayOf(now), request, now);
        requireNew(item, actor);
        items.store(item);
        ledger.record(actor, "item.registered", item);
        return item;
    }

    void revise(Item item, ItemText text, Actor actor, Instant now) {
        item.revise(text, Time.dayOf(now), now);
        requireNew(item, actor);
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

    /** The unique key decides between two at once; this says who was first, to whom that is told anyway. */
    private void requireNew(Item item, Actor actor) {
        items.same(item).ifPresent(other -> {
            if (items.readable(other.id(), actor).isEmpty())
                throw Refusal.rule("item.counted-elsewhere").at("/text/name");
            throw Refusal.rule(
                            "item.counted-already",
                            other.name,
                            String.valueOf(other.indicator.project().programme().year()),
                            other.indicator.code())
                    .at("/text/name");
        });
    }
}
