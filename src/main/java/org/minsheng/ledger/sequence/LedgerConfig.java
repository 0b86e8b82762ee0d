package org.minsheng.ledger.sequence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Who signs the log, where its last checkpoint is pinned, and who else is told of it. */
@ConfigMapping(prefix = "minsheng.ledger")
public interface LedgerConfig {
    /** Ed25519 private key, PKCS#8 PEM. */
    String keyFile();

    /** The key before, while the log passes from it to the one above. */
    Optional<String> previousKeyFile();

    /** SM2 private key, PKCS#8 PEM: signs a second line. */
    Optional<String> sm2KeyFile();

    /** Name of the log; another name than before starts a new origin after a restore. */
    Optional<String> origin();

    /** Keeps the newest checkpoint outside the database, so that a restored one is noticed. */
    Optional<String> pinFile();

    /** Batches are put in order this often, and a checkpoint is signed at most as often as the second. */
    @WithDefault("0.2S")
    Duration every();

    @WithDefault("0.6S")
    Duration checkpointEvery();

    /** When the whole ledger is checked, as a cron expression in China. */
    String verifyAt();

    Map<String, Witness> witnesses();

    /** One that signs checkpoints too (C2SP tlog-witness). */
    interface Witness {
        String url();

        /** Its verifier key, of the type of cosignatures. */
        String key();
    }
}
