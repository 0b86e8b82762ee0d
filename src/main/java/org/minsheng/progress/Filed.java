package org.minsheng.progress;

import java.util.UUID;

/** The live entry of a unit for a period, as the reports on reporting read it. */
public record Filed(
        UUID id,
        UUID indicatorId,
        UUID unitId,
        UUID periodId,
        EntryStatus status,
        boolean late,
        int returns,
        String returnReason,
        boolean demonstration) {
    static final String HQL = """
            new org.minsheng.progress.Filed(e.id, i.id, e.unit.id, e.period.id, e.status, e.late, e.returns,
              e.returnReason, e.demonstration)""";

    /** Which duty it fulfils. */
    public record Key(UUID indicator, UUID unit, UUID period) {
        public static Key of(Duty duty) {
            return new Key(duty.promise().id(), duty.unit(), duty.period().id());
        }
    }

    public Key key() {
        return new Key(indicatorId, unitId, periodId);
    }

    /** Out of the reporter's hands. */
    public boolean isReported() {
        return status == EntryStatus.SUBMITTED || status == EntryStatus.APPROVED;
    }
}
