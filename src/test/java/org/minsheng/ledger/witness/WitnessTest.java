package org.minsheng.ledger.witness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.VerifierKey;
import org.minsheng.ledger.sequence.LedgerConfig;
import org.minsheng.ledger.sequence.Sequencer;
import org.minsheng.support.As;
import org.minsheng.support.Given;
import org.minsheng.support.Sealing;

/** Others sign what the office claims, and only what is consistent with what they have signed before. */
@QuarkusTest
class WitnessTest {
    @Inject
    Witnessing witnessing;

    @Inject
    Cosigned cosigned;

    @Inject
    Sequencer sequencer;

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

    @Test
    void a_witness_that_another_instance_has_shown_more_is_shown_that_too_and_nothing_was_restored() throws Exception {
        LedgerConfig.Witness npc = config.witnesses().get("npc");
        Sealing.awaited();
        String before = cosigned.newest().orElseThrow();
        Given.district();
        Sealing.awaited();
        witnessing.show("npc", npc);
        Witnessing late = new Witnessing(config, new ReadBefore(before), sequencer);
        assertTrue(late.show("npc-" + System.nanoTime(), npc));
        Given.district();
        Sealing.awaited();
        assertNull(sequencer.progress().refusal());
    }

    /** Has read the newest checkpoint a moment before there was a newer one. */
    private final class ReadBefore extends Cosigned {
        private String before;

        ReadBefore(String before) {
            super(null, null);
            this.before = before;
        }

        @Override
        Optional<String> newest() {
            Optional<String> read = before == null ? cosigned.newest() : Optional.of(before);
            before = null;
            return read;
        }

        @Override
        long lastSizeOf(String witness) {
            return cosigned.lastSizeOf(witness);
        }

        @Override
        List<byte[]> consistency(long from, long to) {
            return cosigned.consistency(from, to);
        }

        @Override
        void keep(long size, String witness, String line) {
            cosigned.keep(size, witness, line);
        }
    }
}
