package org.minsheng.ledger.witness;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;
import org.minsheng.ledger.proof.Checkpoint;
import org.minsheng.ledger.proof.Note;
import org.minsheng.ledger.proof.VerifierKey;
import org.minsheng.ledger.sequence.LedgerConfig;
import org.minsheng.ledger.sequence.Sequencer;
import org.minsheng.ledger.sequence.Sightings;

/** Shows every witness the newest checkpoint on the hour, 18:00 in China among them, and keeps what it signs. */
@ApplicationScoped
class Witnessing implements Sightings {
    private static final Logger LOG = Logger.getLogger(Witnessing.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 10_000;
    private static final int CONFLICT = 409;
    private static final int NOT_CONSISTENT = 422;
    private final LedgerConfig config;
    private final Cosigned cosigned;
    private final Sequencer sequencer;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Witnessing(LedgerConfig config, Cosigned cosigned, Sequencer sequencer) {
        this.config = config;
        this.cosigned = cosigned;
        this.sequencer = sequencer;
    }

    @Override
    public void compare() {
        onTheHour();
    }

    @Scheduled(cron = "0 0 * * * ?", timeZone = "Asia/Shanghai")
    void onTheHour() {
        config.witnesses().forEach((name, witness) -> {
            try {
                show(name, witness);
            } catch (IOException | RuntimeException failed) {
                LOG.warnf("the witness %s did not sign: %s", name, failed.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** A checkpoint as it is shown. */
    private record Shown(Note note, Checkpoint checkpoint) {
        static Shown of(String text) {
            Note note = Note.parse(text);
            return new Shown(note, Checkpoint.of(note.text()).orElseThrow());
        }
    }

    /**
     * Whether the newest checkpoint now bears the witness's line. One that bears it already is shown all the same: where a
     * backup was restored our own table knows no better.
     */
    boolean show(String name, LedgerConfig.Witness witness) throws IOException, InterruptedException {
        Shown shown = cosigned.newest().map(Shown::of).orElse(null);
        if (shown == null) return false;
        VerifierKey key = VerifierKey.of(witness.key())
                .orElseThrow(() ->
                        new IllegalStateException("minsheng.ledger.witnesses." + name + ".key is no verifier key"));
        long seen = cosigned.lastSizeOf(name);
        HttpResponse<String> answer = post(witness, seen, shown);
        // it says itself how much of the log it has seen
        if (answer.statusCode() == CONFLICT && told(answer, seen) != seen) {
            seen = told(answer, seen);
            // another instance may have shown it a newer one meanwhile
            if (seen > shown.checkpoint.size())
                shown = Shown.of(cosigned.newest().orElseThrow());
            if (seen <= shown.checkpoint.size()) answer = post(witness, seen, shown);
        }
        if (isDenied(answer, seen, shown.checkpoint)) {
            sequencer.sawAnotherLog(name, shown.checkpoint.origin(), seen);
            throw new IOException("it has signed " + seen + " entries that are not ours");
        }
        if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
        Note note = shown.note;
        String line = answer.body()
                .lines()
                .filter(l -> Cosignature.holds(note, key, l))
                .findFirst()
                .orElseThrow(() -> new IOException("its line is not signed by its key"));
        cosigned.keep(shown.checkpoint.size(), name, line);
        return true;
    }

    private static long told(HttpResponse<String> conflict, long otherwise) {
        String digits = conflict.body().strip();
        return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : otherwise;
    }

    /** What the witness has signed is longer than ours, has another root at the same size, or does not begin ours. */
    private static boolean isDenied(HttpResponse<String> answer, long seen, Checkpoint ours) {
        if (answer.statusCode() == CONFLICT)
            return seen > ours.size() || seen == ours.size() && told(answer, seen) == seen;
        return answer.statusCode() == NOT_CONSISTENT;
    }

    private HttpResponse<String> post(LedgerConfig.Witness witness, long seen, Shown shown)
            throws IOException, InterruptedException {
        long size = shown.checkpoint.size();
        List<byte[]> proof = seen == 0 || seen == size ? List.of() : cosigned.consistency(seen, size);
        StringBuilder body = new StringBuilder("old " + seen + "\n");
        for (byte[] hash : proof)
            body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        body.append('\n').append(shown.note);
        HttpRequest request = HttpRequest.newBuilder(URI.create(witness.url() + "/add-checkpoint"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.body().length() > LONGEST)
            throw new IOException("an answer of " + answer.body().length() + " characters");
        return answer;
    }
}
