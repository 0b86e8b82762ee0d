package org.minsheng.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.minsheng.access.Actor;
import org.minsheng.ledger.Ledger;

/** Publishing: the parts check and freeze themselves first, then the programme closes to edits. */
@ApplicationScoped
public class Publication {
    private final Event<ProgrammePublishing> parts;
    private final Ledger ledger;

    Publication(Event<ProgrammePublishing> parts, Ledger ledger) {
        this.parts = parts;
        this.ledger = ledger;
    }

    public void publish(Programme programme, Actor actor, Instant now) {
        programme.requireDraft();
        parts.fire(new ProgrammePublishing(programme, actor, now));
        programme.publish(now);
        ledger.record(actor, "programme.published", programme);
    }
}
