package org.minsheng.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a caller may take; requests are counted over ten seconds. */
@ConfigMapping(prefix = "minsheng.limits")
public interface LimitsConfig {
    /** an account, whatever its sessions are */
    @WithDefault("200")
    int person();

    /** a machine client */
    @WithDefault("1000")
    int client();

    /** an address that brings no token */
    @WithDefault("100")
    int anonymous();

    /** tries to sign in from one address, refreshes and tokens of clients included */
    @WithDefault("20")
    int signIn();

    /** requests at work at the same time; a further one is told to come back */
    @WithDefault("256")
    int atOnce();

    /** the same of one account or client, those that wait for their turn included */
    @WithDefault("16")
    int atOnceOfOne();

    /** how many of these have their turn */
    @WithDefault("1")
    int turnsOfOne();

    /** who has waited so long has it in any case: something of the same account takes its time */
    @WithDefault("0.1S")
    Duration longestTurn();

    /** how long a refusal for too many is kept back */
    @WithDefault("1S")
    Duration refusal();

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
