package org.minsheng.ledger.sequence;

/** The log has new entries, whichever instance has put them in order. */
public record LedgerGrown(long size) {}
