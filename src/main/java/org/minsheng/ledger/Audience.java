package org.minsheng.ledger;

/** Who may learn of a change beyond the administrators of audit. */
public enum Audience {
    /** Everybody of the government it belongs to. */
    GOVERNMENT,
    /** Who oversees that government: a programme nobody has published. */
    DRAFT,
    /** The unit it belongs to, the units that lead its project, and who oversees the government. */
    WORK,
    /** The administrators of accounts. */
    ACCOUNTS,
    /** Nobody else. */
    AUDIT
}
