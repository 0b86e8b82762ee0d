package org.minsheng.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.minsheng.db.Ids;
import org.minsheng.http.Decimals;

/** Which units do how much of a promise. */
@ApplicationScoped
public class Allocations {
    private final EntityManager database;

    Allocations(EntityManager database) {
        this.database = database;
    }

    List<AllocationView.Part> of(Indicator indicator) {
        List<AllocationView.Part> parts = new ArrayList<>();
        for (Object row : database.createNativeQuery("""
                        select a.unit_id, u.name, a.amount from allocation a join unit u on u.id = a.unit_id
                        where a.indicator_id = ?1 order by a.position""")
                .setParameter(1, Ids.bytes(indicator.id()))
                .getResultList()) {
            Object[] part = (Object[]) row;
            parts.add(new AllocationView.Part(
                    Ids.of((byte[]) part[0]), (String) part[1], Decimals.plain((BigDecimal) part[2])));
        }
        return parts;
    }

    /** The units of each promise that is split. */
    public Map<UUID, List<UUID>> units(Collection<Indicator> promises) {
        Map<UUID, List<UUID>> units = new HashMap<>();
        if (promises.isEmpty()) return units;
        List<byte[]> ids = promises.stream().map(i -> Ids.bytes(i.id())).toList();
        for (Object row : database.createNativeQuery(
                        "select indicator_id, unit_id from allocation where indicator_id in (?1) order by position")
                .setParameter(1, ids)
                .getResultList()) {
            Object[] part = (Object[]) row;
            units.computeIfAbsent(Ids.of((byte[]) part[0]), id -> new ArrayList<>())
                    .add(Ids.of((byte[]) part[1]));
        }
        return units;
    }

    /** The promises of which a unit has a part. */
    public List<UUID> of(UUID unit) {
        List<UUID> ids = new ArrayList<>();
        for (Object id : database.createNativeQuery("select indicator_id from allocation where unit_id = ?1")
                .setParameter(1, Ids.bytes(unit))
                .getResultList()) ids.add(Ids.of((byte[]) id));
        return ids;
    }

    void replace(Indicator indicator, List<AllocationText.AllocatedPart> wanted) {
        database.createNativeQuery("delete from allocation where indicator_id = ?1")
                .setParameter(1, Ids.bytes(indicator.id()))
                .executeUpdate();
        int position = 0;
        for (AllocationText.AllocatedPart part : wanted)
            database.createNativeQuery(
                            "insert into allocation (indicator_id, unit_id, position, amount) values (?1, ?2, ?3, ?4)")
                    .setParameter(1, Ids.bytes(indicator.id()))
                    .setParameter(2, Ids.bytes(part.unitId()))
                    .setParameter(3, position++)
                    .setParameter(4, part.amount())
                    .executeUpdate();
    }
}
