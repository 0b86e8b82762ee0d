package org.minsheng.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import org.minsheng.access.Actor;
import org.minsheng.ledger.Ledger;

/** How a draft ends: published, and its parts check and freeze themselves, or removed together with them. */
@ApplicationScoped
public class Publication {
    private final Event<ProgrammePublishing> parts;
    private final Event<ProgrammeRemoving> removal;
    private final Programmes programmes;
    private final Ledger ledger;

    Publication(
            Event<ProgrammePublishing> parts, Event<ProgrammeRemoving> removal, Programmes programmes, Ledger ledger) {
        this.parts = parts;
        this.removal = removal;
        this.programmes = programmes;
        this.ledger = ledger;
    }

    public void publish(Programme programme, Actor actor, Instant now) {
        programme.publish(now);
        ledger.record(actor, "programme.published", programme);
        programmes.source(programme.id()).ifPresent(source -> {
            source.touch(now);
            ledger.record(actor, "source.frozen", source);
        });
        parts.fire(new ProgrammePublishing(programme, actor, now));
    }

    void remove(Programme draft, Actor actor, Instant now) {
        draft.requireDraft();
        removal.fire(new ProgrammeRemoving(draft, actor, now));
        programmes.source(draft.id()).ifPresent(source -> {
            source.touch(now);
            ledger.record(actor, "source.deleted", source);
            programmes.delete(source);
        });
        draft.touch(now);
        ledger.record(actor, "programme.deleted", draft);
        programmes.delete(draft);
    }
}
