package org.minsheng.programmes;

import java.time.Instant;
import org.minsheng.access.Actor;

/** Fired in the ordering transaction: the owner of the subject applies the order and notes in it what was before. */
public record ChangeOrdered(ChangeOrder order, Actor actor, Instant now) {}
