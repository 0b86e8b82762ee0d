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

    /** Who may learn of this state. */
    Audience audience();

    /** The programme it is part of, or null. */
    default UUID programmeId() {
        return null;
    }

    /** The project it is part of, or null. */
    default UUID projectId() {
        return null;
    }

    /** The state after the change: records, lists, maps, decimals, dates; personal values wrapped in {@link Personal}. */
    Object ledgerState();
}
