package org.minsheng.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many may listen to changes, and how often they hear that nothing happens. */
@ConfigMapping(prefix = "minsheng.changes")
public interface ChangesConfig {
    @WithDefault("15S")
    Duration heartbeat();

    /** At once on this instance; further ones are refused. */
    @WithDefault("2000")
    int listeners();
}
