package org.minsheng.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import org.minsheng.programmes.Programme;

/** A month or quarter that units report on, due some days after its end. */
@Entity
public class Period extends Versioned implements Subject {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "programme_id")
    Programme programme;

    String code;
    LocalDate startsOn;
    LocalDate endsOn;
    LocalDate dueOn;

    @Enumerated(EnumType.STRING)
    PeriodStatus status = PeriodStatus.OPEN;

    Instant closedAt;

    protected Period() {}

    public Period(Programme programme, Cadence cadence, LocalDate startsOn, int dueDays, Instant now) {
        super(null, null, now);
        this.programme = programme;
        this.startsOn = startsOn;
        endsOn = startsOn.plusMonths(cadence == Cadence.MONTH ? 1 : 3).minusDays(1);
        dueOn = endsOn.plusDays(dueDays);
        code = cadence == Cadence.MONTH
                ? startsOn.toString().substring(0, 7)
                : startsOn.getYear() + "-Q" + (startsOn.getMonthValue() + 2) / 3;
    }

    void close(LocalDate today, Instant now) {
        if (status == PeriodStatus.CLOSED) throw Refusal.conflict("period.closed", code);
        if (!today.isAfter(endsOn)) throw Refusal.conflict("period.not-over", code, endsOn.toString());
        status = PeriodStatus.CLOSED;
        closedAt = now;
        touch(now);
    }

    public LocalDate startsOn() {
        return startsOn;
    }

    public LocalDate endsOn() {
        return endsOn;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    /** Whether any of its days lies in a window. */
    public boolean overlaps(LocalDate from, LocalDate due) {
        return !startsOn.isAfter(due) && !endsOn.isBefore(from);
    }

    @Override
    public UUID programmeId() {
        return programme.id();
    }

    public String code() {
        return code;
    }

    boolean isOpen() {
        return status == PeriodStatus.OPEN;
    }

    void requireBegun(LocalDate today) {
        if (today.isBefore(startsOn)) throw Refusal.conflict("period.not-begun", code, startsOn.toString());
    }

    @Override
    public String subjectType() {
        return "period";
    }

    @Override
    public String unitPath() {
        return programme.unitPath();
    }

    @Override
    public Audience audience() {
        return Audience.GOVERNMENT;
    }

    @Override
    public Object ledgerState() {
        return PeriodState.of(this);
    }
}
