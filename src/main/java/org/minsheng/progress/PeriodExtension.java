package org.minsheng.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;

/** A timed exception: one unit may still submit to a closed period. */
@Entity
class PeriodExtension extends Versioned implements Subject {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "period_id")
    Period period;

    @Column(columnDefinition = "binary(16)")
    UUID unitId;

    LocalDate untilOn;
    String reason;

    private record State(UUID periodId, UUID unitId, LocalDate until, String reason) {}

    protected PeriodExtension() {}

    PeriodExtension(Period period, Extension wanted, LocalDate today, Instant now) {
        super(null, null, now);
        if (period.isOpen()) throw Refusal.conflict("period.still-open", period.code);
        if (wanted.until().isBefore(today))
            throw Refusal.rule("period.extension-over").at("/until");
        this.period = period;
        unitId = wanted.unitId();
        untilOn = wanted.until();
        reason = wanted.reason();
    }

    @Override
    public String subjectType() {
        return "period-extension";
    }

    @Override
    public String unitPath() {
        return period.unitPath();
    }

    @Override
    public Audience audience() {
        return Audience.GOVERNMENT;
    }

    @Override
    public UUID programmeId() {
        return period.programmeId();
    }

    @Override
    public Object ledgerState() {
        return new State(period.id(), unitId, untilOn, reason);
    }
}
