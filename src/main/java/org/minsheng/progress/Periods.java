package org.minsheng.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Scope;
import org.minsheng.db.Ids;

/** All questions to the reporting periods. */
@ApplicationScoped
public class Periods {
    private final EntityManager database;

    Periods(EntityManager database) {
        this.database = database;
    }

    public List<Period> ofProgramme(UUID programme) {
        return database.createQuery(
                        "from Period p join fetch p.programme where p.programme.id = :programme order by p.startsOn",
                        Period.class)
                .setParameter("programme", programme)
                .getResultList();
    }

    Optional<Period> readable(UUID id, Scope scope) {
        return byId("u.path like :within", id, scope.reading(), LockModeType.NONE);
    }

    /** Locked against submissions, which hold the row while they are made. */
    Optional<Period> managed(UUID id, Scope scope) {
        return byId("u.path like :within", id, scope.government(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Held open: nobody closes it before the caller's transaction ends. Written in the one way both servers know. */
    Period held(UUID id) {
        database.createNativeQuery("select 1 from period where id = ?1 lock in share mode")
                .setParameter(1, Ids.bytes(id))
                .getSingleResult();
        Period period = database.find(Period.class, id);
        database.refresh(period);
        return period;
    }

    /** Begun and not closed, or opened again for somebody. */
    public List<Period> begun(Collection<UUID> programmes, Collection<UUID> extended, LocalDate today) {
        if (programmes.isEmpty()) return List.of();
        return database.createQuery("""
                        from Period p where p.programme.id in :programmes and p.startsOn <= :today
                          and (p.status = OPEN or p.id in :extended) order by p.startsOn""", Period.class)
                .setParameter("programmes", programmes)
                .setParameter("extended", extended)
                .setParameter("today", today)
                .getResultList();
    }

    boolean isExtended(Period period, UUID unit, LocalDate today) {
        return !database.createQuery("""
                        select e.id from PeriodExtension e
                        where e.period = :period and e.unitId = :unit and e.untilOn >= :today""", UUID.class)
                .setParameter("period", period)
                .setParameter("unit", unit)
                .setParameter("today", today)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    public void store(Object period) {
        database.persist(period);
    }

    private Optional<Period> byId(String condition, UUID id, String within, LockModeType lock) {
        Optional<Period> found = database.createQuery(
                        "from Period p join fetch p.programme g join fetch g.government u where p.id = :id and "
                                + condition,
                        Period.class)
                .setParameter("id", id)
                .setParameter("within", within)
                .getResultStream()
                .findFirst();
        if (lock != LockModeType.NONE) found.ifPresent(p -> database.refresh(p, lock));
        return found;
    }
}
