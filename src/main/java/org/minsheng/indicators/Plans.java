package org.minsheng.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minsheng.access.Scope;
import org.minsheng.db.Ids;

/** What belongs to promises beside their words: who answers for them, and the planned curve. */
@ApplicationScoped
public class Plans {
    private final EntityManager database;

    Plans(EntityManager database) {
        this.database = database;
    }

    /** The promises of a programme or of one of its projects, in the notice's order, with project and programme. */
    public List<Indicator> promises(UUID programme, UUID project, Scope scope) {
        return database.createQuery("""
                        from Indicator i join fetch i.project p join fetch p.programme g join fetch g.government u
                        where (:programme is null or g.id = :programme) and (:project is null or p.id = :project)
                          and u.path like :reading and (:drafts = true or g.status <> DRAFT)
                        order by p.ordinal, i.ordinal, i.id""", Indicator.class)
                .setParameter("programme", programme)
                .setParameter("project", project)
                .setParameter("reading", scope.reading())
                .setParameter("drafts", scope.drafts())
                .getResultList();
    }

    /** The promises of published programmes that a unit leads or has a part of. */
    public List<Indicator> promisesOf(UUID unit, List<UUID> allocated, UUID programme, Scope scope) {
        return database.createQuery("""
                        from Indicator i join fetch i.project p join fetch p.programme g join fetch g.government u
                        where g.status = PUBLISHED and u.path like :reading and (:programme is null or g.id = :programme)
                          and (i.id in :allocated
                            or exists (select 1 from Project q join q.parts r where q = p and r.unitId = :unit)
                            or exists (select 1 from Project q join q.components c where q = p and c.leadUnitId = :unit))
                        order by g.year, p.ordinal, i.ordinal, i.id""", Indicator.class)
                .setParameter("allocated", allocated)
                .setParameter("unit", unit)
                .setParameter("programme", programme)
                .setParameter("reading", scope.reading())
                .getResultList();
    }

    /** The unit that answers for each promise: its component's lead, else the project's first. */
    public Map<UUID, UUID> leads(Collection<Indicator> promises) {
        Map<UUID, UUID> first = new HashMap<>();
        Map<UUID, UUID> components = new HashMap<>();
        List<UUID> projects = promises.stream().map(i -> i.projectId).distinct().toList();
        for (Object[] row : database.createQuery(
                        "select p.id, r.unitId from Project p join p.parts r where p.id in :projects and r.role = LEAD and r.position = 1",
                        Object[].class)
                .setParameter("projects", projects)
                .getResultList()) first.put((UUID) row[0], (UUID) row[1]);
        for (Object[] row : database.createQuery(
                        "select c.id, c.leadUnitId from Project p join p.components c where p.id in :projects and c.leadUnitId is not null",
                        Object[].class)
                .setParameter("projects", projects)
                .getResultList()) components.put((UUID) row[0], (UUID) row[1]);
        Map<UUID, UUID> leads = new HashMap<>();
        for (Indicator i : promises) leads.put(i.id(), components.getOrDefault(i.componentId, first.get(i.projectId)));
        return leads;
    }

    /** The curves of those promises that have one of their own. */
    public Map<UUID, Trajectory> trajectories(Collection<Indicator> promises) {
        Map<UUID, List<Trajectory.Point>> points = new HashMap<>();
        List<byte[]> ids = promises.stream().map(i -> Ids.bytes(i.id())).toList();
        for (Object row : database.createNativeQuery(
                        "select indicator_id, on_day, share from trajectory_point where indicator_id in (?1) order by on_day")
                .setParameter(1, ids)
                .getResultList()) {
            Object[] point = (Object[]) row;
            points.computeIfAbsent(Ids.of((byte[]) point[0]), id -> new ArrayList<>())
                    .add(new Trajectory.Point((LocalDate) point[1], (BigDecimal) point[2]));
        }
        Map<UUID, Trajectory> curves = new HashMap<>();
        for (Indicator i : promises)
            if (points.containsKey(i.id()))
                curves.put(i.id(), Trajectory.of(i.windowStart, i.windowEnd, points.get(i.id())));
        return curves;
    }

    /** Replaces the curve; an empty one is the straight line again. */
    void replace(Indicator indicator, List<Trajectory.Point> wanted) {
        database.createNativeQuery("delete from trajectory_point where indicator_id = ?1")
                .setParameter(1, Ids.bytes(indicator.id()))
                .executeUpdate();
        for (Trajectory.Point point : wanted)
            database.createNativeQuery("insert into trajectory_point (indicator_id, on_day, share) values (?1, ?2, ?3)")
                    .setParameter(1, Ids.bytes(indicator.id()))
                    .setParameter(2, point.on())
                    .setParameter(3, point.share())
                    .executeUpdate();
    }
}
