package org.minsheng.clients;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a client's secret is good for. */
@ConfigMapping(prefix = "minsheng.clients")
interface ClientConfig {
    @WithDefault("365D")
    Duration secretAge();
}
