package org.minsheng.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

@ConfigMapping(prefix = "minsheng.migration")
interface MigrationConfig {
    /** false where somebody migrates before the roll-out; the application then waits, not ready, until it is done */
    @WithDefault("true")
    boolean atStart();

    /** the account that may change the schema; the application's own may not need to */
    Optional<String> username();

    Optional<String> password();
}
