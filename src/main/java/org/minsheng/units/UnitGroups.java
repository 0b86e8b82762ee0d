package org.minsheng.units;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All questions to the groups of units. */
@ApplicationScoped
public class UnitGroups {
    private final EntityManager database;

    UnitGroups(EntityManager database) {
        this.database = database;
    }

    public Optional<UnitGroup> known(UUID id) {
        return Optional.ofNullable(database.find(UnitGroup.class, id));
    }

    public List<UnitGroup> ofGovernment(UUID government) {
        return database.createQuery(
                        "from UnitGroup g where g.government.id = :government order by g.code", UnitGroup.class)
                .setParameter("government", government)
                .getResultList();
    }

    public List<Unit> membersOn(UUID group, LocalDate day) {
        return database.createQuery("""
                        select u from UnitGroup g join g.members m join Unit u on u.id = m.unitId
                        where g.id = :group and m.validFrom <= :day and (m.validTo is null or m.validTo >= :day)
                        order by m.position""", Unit.class)
                .setParameter("group", group)
                .setParameter("day", day)
                .getResultList();
    }

    public void store(UnitGroup group) {
        database.persist(group);
    }
}
