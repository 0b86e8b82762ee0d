package org.minsheng.feed;

import java.time.Instant;
import org.minsheng.access.Actor;

/**
 * What a listener wants, from where on, and how long they may.
 *
 * @param from the first place not known to them
 * @param cursor the same as they keep it
 */
record Asked(Actor actor, Instant expires, ChangeFilter filter, long from, String cursor, Frames frames) {
    /** Whoever may see more or less than at the beginning begins anew. */
    boolean isStillBy(Actor now) {
        return now != null && now.roles().equals(actor.roles()) && now.scope().equals(actor.scope());
    }
}
