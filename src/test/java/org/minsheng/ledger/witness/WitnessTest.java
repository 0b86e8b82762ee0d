package org.minsheng.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.VerifierKey;
import org.minsheng.ledger.sequence.LedgerConfig;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Sealing;

/** Others sign what the office claims, and only what is consistent with what they have signed before. */
@QuarkusTest
class WitnessTest {
    @Inject
    Witnessing witnessing;

    @Inject
    LedgerConfig config;

    @Test
    void a_checkpoint_bears_the_witnesss_line_and_so_does_a_later_one() throws Exception {
        LedgerConfig.Witness npc = config.witnesses().get("npc");
        VerifierKey key = VerifierKey.of(npc.key()).orElseThrow();
        for (int round = 0; round < 2; round++) {
            Given.district();
            Sealing.awaited();
            assertTrue(witnessing.show("npc", npc));
        }
        Note note = Note.parse(As.nobody().get("/public/v1/ledger/checkpoint").asString());
        String line = note.lines().get(note.lines().size() - 1);
        assertTrue(Cosignature.holds(note, key, line), note.toString());
        assertFalse(Cosignature.holds(new Note(note.text() + "more\n", note.lines()), key, line));
    }

    @Test
    void a_witness_that_has_signed_more_than_we_know_of_is_asked_again_from_there() throws Exception {
        LedgerConfig.Witness npc = config.witnesses().get("npc");
        Sealing.awaited();
        witnessing.show("npc", npc);
        Given.district();
        Sealing.awaited();
        // under another name we do not know what it has seen, and it says so itself
        assertTrue(witnessing.show("npc-" + System.nanoTime(), npc));
    }
}
