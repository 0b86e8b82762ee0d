package org.minsheng.accounts.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How passwords are judged and kept. */
@ConfigMapping(prefix = "minsheng.passwords")
public interface PasswordConfig {
    @WithDefault("MLPS")
    PasswordProfile profile();

    /** KiB that one hash takes */
    @WithDefault("19456")
    int memory();

    @WithDefault("2")
    int passes();

    /** how long a password that somebody else made up may wait for its owner */
    @WithDefault("24H")
    Duration oneTime();

    /** lines SHA1HEX:count in order of the digests; passwords in it are not taken */
    Optional<Path> breached();
}
