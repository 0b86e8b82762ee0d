package org.minsheng.scanner;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Who looks through uploaded files. */
@ConfigMapping(prefix = "minsheng.scanner")
interface ScannerConfig {
    /** host:port of a ClamAV daemon, or the path of its socket */
    Optional<String> clamd();

    /** from the first word to the verdict */
    @WithDefault("20S")
    Duration patience();

    /** further files wait a few seconds for their turn, and are then sent away */
    @WithDefault("4")
    int atOnce();
}
