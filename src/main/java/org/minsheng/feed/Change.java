package org.minsheng.feed;

import org.minsheng.ledger.Audience;

/** A change, its place in the log, and who may learn of it. The place is never told to callers. */
record Change(long index, Audience audience, String unitPath, ChangeView view) {}
