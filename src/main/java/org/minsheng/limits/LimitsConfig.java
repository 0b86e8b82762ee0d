package org.minsheng.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a caller may take; requests are counted a minute. */
@ConfigMapping(prefix = "minsheng.limits")
public interface LimitsConfig {
    /** an account, whatever its sessions are */
    @WithDefault("1200")
    int person();

    /** a machine client */
    @WithDefault("6000")
    int client();

    /** an address that brings no token */
    @WithDefault("600")
    int anonymous();

    /** tries to sign in from one address, refreshes and tokens of clients included */
    @WithDefault("120")
    int signIn();

    /** requests at work at the same time; a further one is told to come back */
    @WithDefault("256")
    int atOnce();

    /** the same of one account or client */
    @WithDefault("16")
    int atOnceOfOne();

    /** bodies on their way at the same time */
    @WithDefault("1024")
    int sendingAtOnce();

    /** the same from one address */
    @WithDefault("64")
    int sendingOfOne();

    Files files();

    Heavy heavy();

    /** Files on their way, each of which holds a thread. */
    interface Files {
        @WithDefault("32")
        int atOnce();

        /** of one account */
        @WithDefault("8")
        int ofOne();
    }

    /** Exports, imports and the check of the whole ledger. */
    interface Heavy {
        @WithDefault("2")
        int atOnce();

        @WithDefault("8")
        int waiting();

        @WithDefault("20S")
        Duration patience();

        /** files that wait on disk for who reads them */
        @WithDefault("32")
        int reading();

        /** the same of one account */
        @WithDefault("4")
        int readingOfOne();
    }
}
