package org.minsheng.programmes;

import java.time.Instant;
import org.minsheng.access.Actor;

/** Fired in the transaction that removes a draft: whoever owns parts removes them, the highest rank first. */
public record ProgrammeRemoving(Programme programme, Actor actor, Instant now) {}
