package org.minsheng.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.minsheng.access.Actor;
import org.minsheng.ledger.Ledger;

/** Orders a change: the owner of the subject applies it, order and reason are kept, all in one transaction. */
@ApplicationScoped
public class Changes {
    private final Programmes programmes;
    private final Ledger ledger;
    private final Event<ChangeOrdered> orders;

    Changes(Programmes programmes, Ledger ledger, Event<ChangeOrdered> orders) {
        this.programmes = programmes;
        this.ledger = ledger;
        this.orders = orders;
    }

    public ChangeOrder order(Programme programme, NewChangeOrder wanted, byte[] request, Actor actor, Instant now) {
        ChangeOrder order = new ChangeOrder(wanted, programme, request, now);
        orders.fire(new ChangeOrdered(order, actor, now));
        order.requireApplied();
        programmes.store(order);
        ledger.record(actor, "change-order.applied", order, order.why());
        return order;
    }
}
