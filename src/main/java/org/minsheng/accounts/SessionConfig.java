package org.minsheng.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.minsheng.access.Role;

/** How long a sign-in lasts. */
@ConfigMapping(prefix = "minsheng.sessions")
interface SessionConfig {
    /** without a refresh for so long, it has ended; never shorter than an access token lives */
    @WithDefault("15M")
    Duration idle();

    /** after that everybody gives the password again */
    @WithDefault("12H")
    Duration longest();

    /** the same for a telephone, which sleeps in a pocket */
    @WithDefault("7D")
    Duration mobileIdle();

    @WithDefault("30D")
    Duration mobileLongest();

    /** live ones of one account; the next sign-in ends the oldest */
    @WithDefault("3")
    int atMost();

    /** password and code given longer ago do not do for changing passwords, factors and roles */
    @WithDefault("5M")
    Duration proof();

    /** roles that sign in with a second factor */
    Optional<Set<Role>> factorFor();

    /** after its end, for whoever asks where an account was used; then a session is deleted, address and program included */
    @WithDefault("7D")
    Duration kept();

    /** nobody signed in for so long: the account is disabled */
    @WithDefault("90D")
    Duration stale();
}
