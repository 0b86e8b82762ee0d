package org.minsheng.exchange;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.access.Scope;
import org.minsheng.accounts.Accounts;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Plans;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.programmes.ChangeOrder;
import org.minsheng.programmes.Changes;
import org.minsheng.programmes.NewChangeOrder;
import org.minsheng.programmes.Programme;
import org.minsheng.progress.Cadence;
import org.minsheng.progress.Correction;
import org.minsheng.progress.NewProgressEntry;
import org.minsheng.progress.Period;
import org.minsheng.progress.Periods;
import org.minsheng.progress.ProgressEntry;
import org.minsheng.progress.Reporting;
import org.minsheng.time.Time;

/**
 * A year to look at: months of made-up reports on the demo's promises, through the workflow that people use and marked as
 * demonstration in all they lead to. The same numbers at every start; the ledger says when they really were written.
 */
@ApplicationScoped
class DemoHistory {
    private static final int AFTER_THE_NOTICE = 200;
    private static final Actor DEMO = Actor.system("demo");

    private final DemoData data;
    private final Plans plans;
    private final Periods periods;
    private final Reporting reporting;
    private final Accounts accounts;
    private final Changes changes;
    private final Ledger ledger;
    private final Clock clock;
    private final boolean wanted;

    DemoHistory(
            DemoData data,
            Plans plans,
            Periods periods,
            Reporting reporting,
            Accounts accounts,
            Changes changes,
            Ledger ledger,
            Clock clock,
            @ConfigProperty(name = "minsheng.demo.history", defaultValue = "true") boolean wanted) {
        this.data = data;
        this.plans = plans;
        this.periods = periods;
        this.reporting = reporting;
        this.accounts = accounts;
        this.changes = changes;
        this.ledger = ledger;
        this.clock = clock;
        this.wanted = wanted;
    }

    void started(@Observes @Priority(AFTER_THE_NOTICE) StartupEvent event) {
        if (!wanted || !ConfigUtils.isProfileActive("demo") || data.loaded().isEmpty()) return;
        LocalDate today = Time.dayOf(clock.instant());
        List<UUID> opened = QuarkusTransaction.requiringNew().call(() -> open(today));
        for (UUID period : opened) QuarkusTransaction.requiringNew().timeout(60).run(() -> report(period, today));
        QuarkusTransaction.requiringNew().run(this::pause);
    }

    /** The months from February on, and of them those that are over. */
    private List<UUID> open(LocalDate today) {
        Programme programme = promises().get(0).project().programme();
        List<Period> made = new ArrayList<>();
        for (int month = 2; month <= 12; month++) {
            Period period =
                    new Period(programme, Cadence.MONTH, LocalDate.of(programme.year(), month, 1), 5, Time.now(clock));
            periods.store(period);
            made.add(period);
        }
        ledger.record(DEMO, "period.opened", made, Reason.of("demonstration"));
        return made.stream()
                .filter(p -> p.endsOn().isBefore(today))
                .map(Period::id)
                .toList();
    }

    private void report(UUID periodId, LocalDate today) {
        List<Indicator> promises = promises();
        Map<UUID, UUID> leads = plans.leads(promises);
        Period period = periods
                .ofProgramme(promises.get(0).project().programme().id())
                .stream()
                .filter(p -> p.id().equals(periodId))
                .findFirst()
                .orElseThrow();
        boolean latest =
                !period.endsOn().plusMonths(1).isBefore(today.withDayOfMonth(1).minusDays(1));
        for (int n = 0; n < promises.size(); n++) {
            Indicator promise = promises.get(n);
            DemoPace pace = DemoPace.of(n);
            if (promise.promise().isParameter() || pace.isSilent(latest)) continue;
            UUID lead = leads.get(promise.id());
            Optional<Actor> reporter = accounts.demoActor(lead, Role.REPORTER);
            Optional<Actor> reviewer = accounts.demoActor(lead, Role.REVIEWER);
            if (reporter.isPresent() && reviewer.isPresent())
                through(promise, period, pace, reporter.get(), reviewer.get());
        }
    }

    /** Draft, submission, sometimes a return, approval, sometimes a correction. */
    private void through(Indicator promise, Period period, DemoPace pace, Actor reporter, Actor reviewer) {
        int month = period.startsOn().getMonthValue();
        Instant submitted = at(
                pace.isLate(month)
                        ? period.dueOn().plusDays(2)
                        : period.endsOn().plusDays(2));
        NewProgressEntry wanted =
                new NewProgressEntry(null, promise.id(), period.id(), null, pace.text(promise.promise(), period));
        ProgressEntry entry = reporting.draft(wanted, null, true, reporter, submitted);
        reporting.submit(entry, true, reporter, submitted);
        if (pace.isReturned(month)) {
            reporting.giveBack(entry, "演示：请补充验收材料", reviewer, submitted.plusSeconds(3600));
            reporting.submit(entry, true, reporter, submitted.plusSeconds(86_400));
        }
        reporting.approve(entry, reviewer, submitted.plusSeconds(90_000));
        if (!pace.isCorrected(month)) return;
        Correction correction = new Correction(null, pace.corrected(promise.promise(), period));
        ProgressEntry right = reporting.correct(entry, correction, null, reporter, submitted.plusSeconds(172_800));
        reporting.submit(right, true, reporter, submitted.plusSeconds(172_900));
        reporting.approve(right, reviewer, submitted.plusSeconds(259_200));
    }

    /** One estimate is paused, so that this too can be seen. */
    private void pause() {
        List<Indicator> promises = promises();
        Indicator paused = promises.stream()
                .filter(i -> i.promise().isEstimate())
                .reduce((one, other) -> other)
                .orElse(promises.get(promises.size() - 1));
        NewChangeOrder order = new NewChangeOrder(
                null,
                ChangeOrder.SubjectType.INDICATOR,
                paused.id(),
                ChangeOrder.Action.PAUSE,
                null,
                null,
                "演示：暂缓实施（演示数据，非真实决定）",
                "演示",
                "演示〔0000〕1号",
                Time.dayOf(clock.instant()));
        changes.order(paused.project().programme(), order, null, DEMO, Time.now(clock));
    }

    private List<Indicator> promises() {
        return plans.promises(data.loaded().orElseThrow(), null, Scope.everything(false));
    }

    private static Instant at(LocalDate day) {
        return day.atTime(15, 30).atZone(Time.CHINA).toInstant();
    }
}
