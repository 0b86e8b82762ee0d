package org.minsheng.feed;

import java.time.Instant;
import java.util.UUID;
import org.minsheng.access.Actor;

/**
 * What a listener wants, from where on, and how long they may.
 *
 * @param from the first place not known to them
 * @param cursor the same as they keep it
 */
record Asked(Actor actor, Instant expires, ChangeFilter filter, long from, String cursor, Frames frames) {
    /** Whoever may see more or less than at the beginning begins anew; a machine's roles are those of its token. */
    boolean isStillBy(Actor now) {
        return now != null
                && now.scope().equals(actor.scope())
                && (isByMachine() || now.roles().equals(actor.roles()));
    }

    boolean isByMachine() {
        return actor.session() == null;
    }

    /** What has to live on. */
    UUID credential() {
        return isByMachine() ? actor.account() : actor.session();
    }
}
