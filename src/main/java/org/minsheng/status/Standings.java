package org.minsheng.status;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.minsheng.indicators.Indicator;
import org.minsheng.indicators.Indicators;
import org.minsheng.indicators.Measured;
import org.minsheng.indicators.Plans;
import org.minsheng.progress.Combination;
import org.minsheng.progress.EntryChanged;
import org.minsheng.progress.ProgressEntries;
import org.minsheng.progress.ReportRow;

/** Keeps the standing true in the transaction that changes an entry, and makes it again from all entries on demand. */
@ApplicationScoped
public class Standings {
    private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);
    private final EntityManager database;
    private final Indicators indicators;
    private final Plans plans;
    private final ProgressEntries entries;

    Standings(EntityManager database, Indicators indicators, Plans plans, ProgressEntries entries) {
        this.database = database;
        this.indicators = indicators;
        this.plans = plans;
        this.entries = entries;
    }

    void changed(@Observes EntryChanged event) {
        rebuild(List.of(indicators.held(event.indicator())));
    }

    /** How many standings were not what the entries say. */
    int rebuild(List<Indicator> promises) {
        if (promises.isEmpty()) return 0;
        List<UUID> ids = promises.stream().map(Indicator::id).toList();
        Map<UUID, List<ReportRow>> rows =
                entries.reported(ids).stream().collect(Collectors.groupingBy(ReportRow::indicatorId));
        Map<UUID, UUID> leads = plans.leads(promises);
        Map<UUID, Standing> known = of(ids).stream().collect(Collectors.toMap(s -> s.indicatorId, s -> s));
        int changed = 0;
        for (Indicator promise : promises) {
            History history = History.of(rows.getOrDefault(promise.id(), List.of()));
            Measured measured = Combination.of(promise.promise(), history.reports(), leads.get(promise.id()), ALWAYS)
                    .measured();
            Standing standing = known.get(promise.id());
            if (standing == null) {
                if (history.reports().isEmpty()) continue;
                standing = new Standing(promise);
                standing.take(measured, history);
                database.persist(standing);
                changed++;
            } else if (standing.take(measured, history)) changed++;
        }
        database.flush();
        return changed;
    }

    List<Standing> of(Collection<UUID> indicatorIds) {
        return database.createQuery("from Standing s where s.indicatorId in :ids", Standing.class)
                .setParameter("ids", indicatorIds)
                .getResultList();
    }

    /**
     * A number that changes with whatever is shown of a project's promises on a day: what was approved, whether the latest
     * due report is there, ratings and limits. What units are still working on does not move it.
     */
    long shownOf(UUID project, LocalDate day, LocalDate today) {
        List<Object[]> rows = database.createQuery("""
                        select i.id, coalesce(s.entries, 0), s.lastApprovedAt, coalesce(s.demonstration, false),
                          case when exists (select 1 from ProgressEntry e where e.indicator.id = i.id
                              and e.status in (APPROVED, SUPERSEDED) and e.periodStart <= :latest
                              and e.periodStart >= (select max(d.startsOn) from Period d
                                where d.programme.id = p.programme.id and d.dueOn < :day)) then 1 else 0 end,
                          (select sum(r.version + 1) from Rating r where r.projectId = p.id),
                          (select sum(l.version + 1) from StatusLimits l where l.programmeId = p.programme.id)
                        from Project p left join Indicator i on i.project.id = p.id
                          left join Standing s on s.indicatorId = i.id
                        where p.id = :project order by i.id""", Object[].class)
                .setParameter("project", project)
                .setParameter("day", day)
                .setParameter("latest", day.equals(today) ? ALWAYS : day)
                .getResultList();
        return Integer.toUnsignedLong(
                rows.stream().map(Arrays::hashCode).toList().hashCode());
    }
}
