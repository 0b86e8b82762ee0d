package org.minsheng.progress;

/**
 * One report that is missing.
 *
 * @param filed the unit's draft or returned entry; null when there is none yet
 * @param last its last approved report on the promise; null before the first
 */
public record Owed(Duty duty, Filed filed, ReportRow last) {
    /** Whether it rests on numbers that are made up. */
    public boolean isDemonstration() {
        return filed != null && filed.demonstration() || last != null && last.demonstration();
    }
}
