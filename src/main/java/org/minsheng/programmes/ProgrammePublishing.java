package org.minsheng.programmes;

import java.time.Instant;
import org.minsheng.access.Actor;

/** Fired in the publishing transaction, before the freeze: whoever owns a part checks and freezes it, or refuses. */
public record ProgrammePublishing(Programme programme, Actor actor, Instant now) {}
