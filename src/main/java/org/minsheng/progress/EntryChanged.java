package org.minsheng.progress;

import java.util.UUID;

/** Fired in the transaction that submits, withdraws, returns or approves: what is known of the promise has changed. */
public record EntryChanged(UUID indicator) {}
