package org.minsheng.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a sign-in lasts. */
@ConfigMapping(prefix = "minsheng.sessions")
interface SessionConfig {
    /** without a refresh for so long, it has ended; never shorter than an access token lives */
    @WithDefault("15M")
    Duration idle();

    /** after that everybody gives the password again */
    @WithDefault("12H")
    Duration longest();

    /** live ones of one account; the next sign-in ends the oldest */
    @WithDefault("3")
    int atMost();
}
