package org.minsheng.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.Measured;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.units.Unit;

/** What one unit reports on one promise for one period, from draft to approval; approved, it never changes again. */
@Entity
public class ProgressEntry extends Versioned implements Subject {
    private static final Integer LIVE = 1;
    private static final Integer CORRECTING = 2;

    @Column(columnDefinition = "binary(16)")
    UUID programmeId;

    @Column(columnDefinition = "binary(16)")
    UUID projectId;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "indicator_id")
    Indicator indicator;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "period_id")
    Period period;

    LocalDate periodStart;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id")
    Unit unit;

    String unitName;

    @Enumerated(EnumType.STRING)
    EntryStatus status = EntryStatus.DRAFT;

    /** 1 the live entry of unit and period, 2 a correction on its way, null history. */
    Integer place;

    BigDecimal amount;
    BigDecimal numerator;
    BigDecimal denominator;
    LocalDate doneOn;
    String narrative;
    String nextSteps;
    String difficulties;

    @Enumerated(EnumType.STRING)
    ReasonCode reasonCode;

    String reason;

    @Column(columnDefinition = "binary(16)")
    UUID supersedesId;

    @Column(columnDefinition = "binary(16)")
    UUID submittedBy;

    Instant submittedAt;
    boolean late;
    String warnings;

    @Column(columnDefinition = "binary(16)")
    UUID decidedBy;

    Instant decidedAt;
    String returnReason;
    int returns;
    boolean demonstration;

    protected ProgressEntry() {}

    ProgressEntry(
            UUID wanted, Indicator indicator, Period period, Unit unit, EntryText text, byte[] from, Instant now) {
        super(wanted, from, now);
        if (indicator.kind() == MeasureKind.PARAMETER)
            throw Refusal.rule("progress.parameter-has-no-progress").at("/indicatorId");
        this.indicator = indicator;
        this.period = period;
        this.unit = unit;
        programmeId = indicator.project().programme().id();
        projectId = indicator.project().id();
        periodStart = period.startsOn;
        unitName = unit.name();
        place = LIVE;
        write(text);
    }

    /** A new entry that takes the place of this one once it is approved. */
    ProgressEntry correctedBy(UUID wanted, EntryText text, byte[] from, Instant now) {
        if (status != EntryStatus.APPROVED) throw Refusal.conflict("progress.not-approved");
        if (text.reasonCode() == null || text.reason() == null || text.reason().isBlank())
            throw Refusal.rule("progress.correction-needs-reason").at("/text/reason");
        ProgressEntry correction = new ProgressEntry(wanted, indicator, period, unit, text, from, now);
        correction.unitName = unitName;
        correction.place = CORRECTING;
        correction.supersedesId = id();
        return correction;
    }

    void revise(EntryText text, Instant now) {
        requireInHand();
        write(text);
        touch(now);
    }

    private void write(EntryText text) {
        EntryRules.requireShape(indicator.kind(), text);
        amount = text.amount();
        numerator = text.numerator();
        denominator = text.denominator();
        doneOn = text.doneOn();
        narrative = text.narrative();
        nextSteps = text.nextSteps();
        difficulties = text.difficulties();
        reasonCode = text.reasonCode();
        reason = text.reason();
    }

    /** An entry of a promise kept by items says what its items say, or nothing. */
    void takeFromItems(BigDecimal accepted) {
        requireInHand();
        if (accepted.signum() < 0) throw Refusal.conflict("progress.items-below-earlier", accepted.toPlainString());
        if (amount != null && amount.compareTo(accepted) != 0)
            throw Refusal.rule(
                            "progress.not-the-accepted-items",
                            accepted.stripTrailingZeros().toPlainString())
                    .at("/amount");
        amount = accepted;
    }

    void submit(UUID by, String noted, LocalDate today, Instant now) {
        requireInHand();
        EntryRules.requireComplete(this, today);
        status = EntryStatus.SUBMITTED;
        submittedBy = by;
        submittedAt = now;
        late = today.isAfter(period.dueOn);
        warnings = noted;
        returnReason = null;
        touch(now);
    }

    void withdraw(Instant now) {
        requireSubmitted();
        status = EntryStatus.DRAFT;
        touch(now);
    }

    /** By somebody else than who submitted, whatever account or unit they have by now. */
    void approve(UUID by, Instant now) {
        decide(by, EntryStatus.APPROVED, now);
        place = LIVE;
    }

    void giveBack(UUID by, String why, Instant now) {
        decide(by, EntryStatus.RETURNED, now);
        returnReason = why;
        returns++;
    }

    void requireDecidable(UUID by) {
        requireSubmitted();
        if (by != null && by.equals(submittedBy)) throw Refusal.conflict("progress.own-submission");
    }

    private void decide(UUID by, EntryStatus to, Instant now) {
        requireDecidable(by);
        status = to;
        decidedBy = by;
        decidedAt = now;
        touch(now);
    }

    void supersede(Instant now) {
        if (status != EntryStatus.APPROVED) throw Refusal.conflict("progress.not-approved");
        status = EntryStatus.SUPERSEDED;
        place = null;
        touch(now);
    }

    public void requireInHand() {
        if (status != EntryStatus.DRAFT && status != EntryStatus.RETURNED)
            throw Refusal.conflict("progress.not-a-draft");
    }

    void requireInHandOf(String periodCode) {
        if (status != EntryStatus.DRAFT && status != EntryStatus.RETURNED)
            throw Refusal.conflict("progress.already-reported", unitName, periodCode);
    }

    /** Whether the entry says this already, whatever the scale of its numbers. */
    boolean says(EntryText other) {
        return text().plain().equals(other.plain());
    }

    private void requireSubmitted() {
        if (status != EntryStatus.SUBMITTED) throw Refusal.conflict("progress.not-submitted");
    }

    boolean isCorrection() {
        return supersedesId != null;
    }

    public Measured measured() {
        return switch (indicator.kind()) {
            case RATIO -> Measured.ratio(numerator, denominator);
            case DELIVERABLE -> Measured.doneOn(doneOn);
            default -> Measured.amount(amount);
        };
    }

    EntryText text() {
        return new EntryText(
                amount, numerator, denominator, doneOn, narrative, nextSteps, difficulties, reasonCode, reason);
    }

    public Unit unit() {
        return unit;
    }

    public UUID indicatorId() {
        return indicator.id();
    }

    @Override
    public String subjectType() {
        return "progress-entry";
    }

    @Override
    public String unitPath() {
        return unit.path();
    }

    @Override
    public Audience audience() {
        return status.isSettled() ? Audience.GOVERNMENT : Audience.WORK;
    }

    @Override
    public UUID programmeId() {
        return programmeId;
    }

    @Override
    public UUID projectId() {
        return projectId;
    }

    @Override
    public Object ledgerState() {
        return EntryState.of(this);
    }
}
