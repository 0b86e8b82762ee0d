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

    /** Whether the newest checkpoint now bears the witness's line. */
    boolean show(String name, LedgerConfig.Witness witness) throws IOException, InterruptedException {
        Note note = cosigned.newest().map(Note::parse).orElse(null);
        if (note == null) return false;
        Checkpoint checkpoint = Checkpoint.of(note.text()).orElseThrow();
        VerifierKey key = VerifierKey.of(witness.key())
                .orElseThrow(() ->
                        new IllegalStateException("minsheng.ledger.witnesses." + name + ".key is no verifier key"));
        long seen = cosigned.lastSizeOf(name);
        if (seen == checkpoint.size()) return true;
        HttpResponse<String> answer = post(witness, seen, checkpoint, note);
        if (answer.statusCode() == 409) answer = again(name, witness, checkpoint, note, answer.body());
        if (answer.statusCode() != 200) throw new IOException("status " + answer.statusCode());
        String line = answer.body()
                .lines()
                .filter(l -> Cosignature.holds(note, key, l))
                .findFirst()
                .orElseThrow(() -> new IOException("its line is not signed by its key"));
        cosigned.keep(checkpoint.size(), name, line);
        return true;
    }

    /** The witness says itself how much of the log it has seen. */
    private HttpResponse<String> again(
            String name, LedgerConfig.Witness witness, Checkpoint checkpoint, Note note, String told)
            throws IOException, InterruptedException {
        String digits = told.strip();
        if (!digits.matches("\\d{1,18}")) throw new IOException("conflict without the size it has seen");
        long seen = Long.parseLong(digits);
        if (seen > checkpoint.size()) {
            sequencer.sawLongerLog(name, seen);
            throw new IOException("it has seen " + seen + " entries, and we have " + checkpoint.size());
        }
        return post(witness, seen, checkpoint, note);
    }

    private HttpResponse<String> post(LedgerConfig.Witness witness, long seen, Checkpoint checkpoint, Note note)
            throws IOException, InterruptedException {
        List<byte[]> proof =
                seen == 0 || seen == checkpoint.size() ? List.of() : cosigned.consistency(seen, checkpoint.size());
        StringBuilder body = new StringBuilder("old " + seen + "\n");
        for (byte[] hash : proof)
            body.append(Base64.getEncoder().encodeToString(hash)).append('\n');
        body.append('\n').append(note);
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
