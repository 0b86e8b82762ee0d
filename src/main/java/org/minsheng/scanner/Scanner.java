package org.minsheng.scanner;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.minsheng.access.Actor;
import org.minsheng.accounts.SecurityLog;
import org.minsheng.http.Lasting;
import org.minsheng.http.Refusal;

/** The word of the scanner about a file, without which nothing is kept. Never in a transaction: it takes seconds. */
@ApplicationScoped
public class Scanner {
    private static final Logger LOG = Logger.getLogger(Scanner.class);
    private static final int RETRY_SECONDS = 30;

    /** A silent scanner must not hold the threads of everybody who sends a file. */
    private static final int TURN_SECONDS = 3;

    private final Optional<Clamd> clamd;
    private final Semaphore places;
    private final SecurityLog log;

    Scanner(ScannerConfig config, SecurityLog log) {
        clamd = config.clamd().map(where -> new Clamd(where, config.patience()));
        places = new Semaphore(config.atOnce());
        this.log = log;
    }

    /** An address that is none is told at the start and not by the first file. */
    void begin(@Observes StartupEvent started) {
        clamd.ifPresent(daemon -> LOG.infof("Uploaded files are scanned by %s", daemon.where()));
    }

    /** @param unitPath where the file was to go; who audits that place reads of it */
    public void requireClean(Path file, Actor actor, String unitPath) {
        if (clamd.isEmpty()) return;
        ask(clamd.get(), file).ifPresent(infection -> {
            record(actor, unitPath, infection);
            throw Refusal.rule("file.infected", infection);
        });
    }

    /** On its own: the refusal takes everything else back. */
    @Lasting
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void record(Actor actor, String unitPath, String infection) {
        log.by(actor, "file.infected", unitPath, infection);
    }

    private Optional<String> ask(Clamd daemon, Path file) {
        boolean placed = false;
        try {
            placed = places.tryAcquire(TURN_SECONDS, TimeUnit.SECONDS);
            if (!placed) throw notScanned();
            return daemon.infectionOf(file);
        } catch (IOException silent) {
            LOG.warnf("The scanner at %s did not scan a file: %s", daemon.where(), silent);
            throw notScanned();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw notScanned();
        } finally {
            if (placed) places.release();
        }
    }

    private static Refusal notScanned() {
        return Refusal.of(503, "file.not-scanned").retryAfter(RETRY_SECONDS);
    }
}
