package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;
import org.minsheng.http.Refusal.FieldError;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Indicators;
import org.minsheng.indicators.MeasureKind;
import org.minsheng.indicators.ReportingBasis;
import org.minsheng.indicators.Workers;
import org.minsheng.items.Items;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.time.Time;
import org.minsheng.units.Unit;

/** What reporters and reviewers do with entries; each act is one record in the ledger. */
@ApplicationScoped
public class Reporting {
    private static final int ENOUGH_MONTHS = 4;
    private final ProgressEntries entries;
    private final Periods periods;
    private final Indicators indicators;
    private final Workers workers;
    private final Items items;
    private final ReportingConfig config;
    private final Ledger ledger;
    private final Event<EntryChanged> changes;

    Reporting(
            ProgressEntries entries,
            Periods periods,
            Indicators indicators,
            Workers workers,
            Items items,
            ReportingConfig config,
            Ledger ledger,
            Event<EntryChanged> changes) {
        this.entries = entries;
        this.periods = periods;
        this.indicators = indicators;
        this.workers = workers;
        this.items = items;
        this.config = config;
        this.ledger = ledger;
        this.changes = changes;
    }

    public ProgressEntry draft(NewProgressEntry wanted, byte[] request, Actor actor, Instant now) {
        return draft(wanted, request, false, actor, now);
    }

    /** @param made whether the numbers are made up for the demonstration */
    public ProgressEntry draft(NewProgressEntry wanted, byte[] request, boolean made, Actor actor, Instant now) {
        Indicator indicator = workers.promise(wanted.indicatorId(), actor);
        Unit unit = workers.on(indicator, wanted.unitId(), actor);
        Period period = periods.readable(wanted.periodId(), actor.scope()).orElse(null);
        requireBegun(indicator, period, "/periodId", Time.dayOf(now));
        if (entries.isTaken(indicator.id(), unit.id(), period.id()))
            throw Refusal.conflict("progress.already-reported", unit.name(), period.code);
        ProgressEntry entry = new ProgressEntry(wanted.id(), indicator, period, unit, wanted.text(), request, now);
        entry.demonstration = made;
        entries.store(entry);
        ledger.record(actor, "progress.drafted", entry);
        return entry;
    }

    /** A period of the promise's own programme that one may already report for. */
    static void requireBegun(Indicator promise, Period period, String pointer, LocalDate today) {
        if (period == null
                || !period.programmeId().equals(promise.project().programme().id()))
            throw Refusal.rule("progress.unknown-period").at(pointer);
        period.requireBegun(today);
    }

    public ProgressEntry correct(ProgressEntry approved, Correction wanted, byte[] request, Actor actor, Instant now) {
        if (entries.beingCorrected(List.of(approved.id())).contains(approved.id()))
            throw Refusal.conflict("progress.correction-on-its-way");
        ProgressEntry correction = approved.correctedBy(wanted.id(), wanted.text(), request, now);
        correction.demonstration = approved.demonstration;
        entries.store(correction);
        ledger.record(
                actor,
                "progress.correction-drafted",
                correction,
                Reason.of(wanted.text().reason()));
        return correction;
    }

    public void submit(ProgressEntry entry, boolean confirmed, Actor actor, Instant now) {
        LocalDate today = Time.dayOf(now);
        Period period = periods.held(entry.period.id());
        if (!entry.isCorrection() && !period.isOpen() && !periods.isExtended(period, entry.unit.id(), today))
            throw Refusal.conflict("period.closed", period.code);
        List<BigDecimal> before = entries.amountsBefore(entry);
        if (entry.indicator.keptBy() != null) entry.takeFromItems(fromItems(entry, before));
        EntryRules.requireComplete(entry, today);
        EntryRules.requireReasonToFall(entry, before.isEmpty() ? null : before.get(before.size() - 1));
        List<String> warnings = warnings(entry, before);
        if (!warnings.isEmpty() && !confirmed)
            throw Refusal.rules(
                    warnings.stream().map(w -> FieldError.of("/amount", w)).toList());
        entry.submit(actor.account(), warnings.isEmpty() ? null : String.join(",", warnings), today, now);
        ledger.record(actor, "progress.submitted", entry);
        changes.fire(new EntryChanged(entry.indicatorId()));
    }

    void withdraw(ProgressEntry entry, Actor actor, Instant now) {
        entry.withdraw(now);
        ledger.record(actor, "progress.withdrawn", entry);
        changes.fire(new EntryChanged(entry.indicatorId()));
    }

    public void giveBack(ProgressEntry entry, String why, Actor actor, Instant now) {
        entry.giveBack(actor.account(), why, now);
        ledger.record(actor, "progress.returned", entry, Reason.of(why));
        changes.fire(new EntryChanged(entry.indicatorId()));
    }

    public void approve(ProgressEntry entry, Actor actor, Instant now) {
        indicators.held(entry.indicatorId());
        entry.requireDecidable(actor.account());
        if (entry.isCorrection()) {
            // it leaves its place, written down, before the correction takes it
            ProgressEntry wrong = entries.known(entry.supersedesId).orElseThrow();
            wrong.supersede(now);
            ledger.record(actor, "progress.superseded", wrong, Reason.of(entry.reason));
        }
        entry.approve(actor.account(), now);
        ledger.record(actor, "progress.approved", entry);
        changes.fire(new EntryChanged(entry.indicatorId()));
    }

    /** What the accepted items come to by the period's end; of a period's amount, what earlier periods do not have yet. */
    private BigDecimal fromItems(ProgressEntry entry, List<BigDecimal> before) {
        BigDecimal accepted = items.accepted(entry.indicator, entry.unit.id(), entry.period.endsOn);
        boolean newOnly = entry.indicator.kind() == MeasureKind.INCREMENT
                && entry.indicator.promise().basis() == ReportingBasis.PERIOD;
        return newOnly ? accepted.subtract(before.stream().reduce(BigDecimal.ZERO, BigDecimal::add)) : accepted;
    }

    private List<String> warnings(ProgressEntry entry, List<BigDecimal> before) {
        List<String> warnings = new ArrayList<>();
        boolean amounts = entry.indicator.kind() == MeasureKind.INCREMENT;
        if (!amounts) return warnings;
        boolean running = entry.indicator.promise().basis() == ReportingBasis.TO_DATE;
        List<BigDecimal> steps = running ? steps(before) : before;
        BigDecimal step =
                !running || before.isEmpty() ? entry.amount : entry.amount.subtract(before.get(before.size() - 1));
        if (PlausibilityRules.jumps(steps, step, config.outlierFactor(), ENOUGH_MONTHS))
            warnings.add("progress.unusual-amount");
        return warnings;
    }

    private static List<BigDecimal> steps(List<BigDecimal> totals) {
        List<BigDecimal> steps = new ArrayList<>();
        for (int i = 0; i < totals.size(); i++)
            steps.add(i == 0 ? totals.get(0) : totals.get(i).subtract(totals.get(i - 1)));
        return steps;
    }
}
