package org.minsheng.support;

import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.sequence.Sequencer;

/** Waits until all that was recorded stands under a signed checkpoint. */
public final class Sealing {
    private Sealing() {}

    public static Checkpoint awaited() {
        Sequencer sequencer = Arc.container().instance(Sequencer.class).get();
        await().until(sequencer::progress, p -> p.pending() == 0 && p.size() == p.signed() && p.size() > 0);
        String note = As.nobody()
                .get("/public/v1/ledger/checkpoint")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Checkpoint.of(Note.parse(note).text()).orElseThrow();
    }
}
