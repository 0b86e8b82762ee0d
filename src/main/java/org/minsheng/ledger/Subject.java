package org.minsheng.ledger;

import java.util.UUID;

/** A thing whose changes the ledger keeps. */
public interface Subject {
    UUID id();

    int version();

    /** Kebab-case noun, e.g. {@code project}. */
    String subjectType();

    /** Path of the unit it belongs to; scope of the change feed. */
    String unitPath();

    /** The state after the change: records, lists, maps, decimals, dates; personal values wrapped in {@link Personal}. */
    Object ledgerState();
}
