package org.minsheng.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.minsheng.SigningKey;
import org.minsheng.db.PrivateFile;

/** The files that an installation must bring along. */
public final class TestSecrets {
    private TestSecrets() {}

    public static Map<String, String> in(Path folder) throws IOException {
        Path secret = folder.resolve("secret").toAbsolutePath();
        Path key = folder.resolve("token-key.pem").toAbsolutePath();
        PrivateFile.readOrCreate(secret, () -> PrivateFile.randomHex(32));
        PrivateFile.readOrCreate(key, SigningKey::newPem);
        Path nextKey = folder.resolve("next-token-key.pem").toAbsolutePath();
        PrivateFile.readOrCreate(nextKey, SigningKey::newPem);
        Path ledgerKey = folder.resolve("ledger-key.pem").toAbsolutePath();
        PrivateFile.readOrCreate(ledgerKey, SigningKey::newLedgerPem);
        return Map.of(
                "minsheng.secret-file", secret.toString(),
                "minsheng.token-key-file", key.toString(),
                "minsheng.token-other-key-files", nextKey.toString(),
                "minsheng.ledger.key-file", ledgerKey.toString(),
                "minsheng.passwords.breached", Breached.list(folder).toString(),
                "minsheng.evidence.folder", folder.resolve("evidence").toString());
    }
}
