package org.minsheng.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The personal values beside recorded changes, as long as nobody has erased them. */
@ApplicationScoped
public class PersonalValues {
    private final EntityManager database;

    PersonalValues(EntityManager database) {
        this.database = database;
    }

    /** By {@link LedgerEvent#id} and the JSON pointer into the body where the digest stands. */
    public Map<Long, Map<String, String>> of(Collection<Long> events) {
        Map<Long, Map<String, String>> values = new HashMap<>();
        if (events.isEmpty()) return values;
        for (Object row : database.createNativeQuery("""
                        select e.id, p.path, p.value from ledger_event e join ledger_private p on p.event_id = e.event_id
                        where e.id in (:events)""", Object[].class)
                .setParameter("events", events)
                .getResultList()) {
            Object[] found = (Object[]) row;
            values.computeIfAbsent(((Number) found[0]).longValue(), id -> new HashMap<>())
                    .put((String) found[1], (String) found[2]);
        }
        return values;
    }
}
