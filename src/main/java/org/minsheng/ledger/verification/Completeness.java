package org.minsheng.ledger.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.minsheng.db.Versioned;
import org.minsheng.ledger.Subject;

/**
 * That the ledger and the tables tell of the same versions: each version of each row has one event, and each event is of such
 * a version. That no version has two events is what a unique key sees to.
 */
@ApplicationScoped
public class Completeness {
    /** A row whose version nobody recorded. */
    private static final String UNRECORDED = """
            select hex(t.%2$s) from %1$s t left join ledger_event e
                on e.subject_type = ?1 and e.subject_id = t.%2$s and e.subject_version = t.version + ?2
             where e.id is null limit 100""";

    /** A subject whose newest event is not its end, but whose row is gone or older; or one with a version left out. */
    private static final String UNKNOWN = """
            select hex(m.subject_id)
              from (select subject_id, min(subject_version) as low, max(subject_version) as high, count(*) as events
                      from ledger_event where subject_type = ?1 group by subject_id) m
              join ledger_event e on e.subject_type = ?1 and e.subject_id = m.subject_id and e.subject_version = m.high
              left join %1$s t on t.%2$s = m.subject_id
             where m.low <> ?2 or m.events <> m.high - m.low + 1
                or (e.action like '%%.deleted') <> (t.%2$s is null) or t.version + ?2 <> m.high limit 100""";

    private final EntityManager database;

    Completeness(EntityManager database) {
        this.database = database;
    }

    /** Kind and id of what is not told the same, at most a hundred of each kind. */
    @Transactional
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        SessionFactoryImplementor factory = database.getEntityManagerFactory().unwrap(SessionFactoryImplementor.class);
        factory.getMappingMetamodel().forEachEntityDescriptor(entity -> {
            if (Subject.class.isAssignableFrom(entity.getMappedClass())) gaps.addAll(gaps(entity));
        });
        return gaps;
    }

    private List<String> gaps(EntityPersister entity) {
        String table = entity.getMappedTableDetails().getTableName();
        String id =
                entity.getMappedTableDetails().getKeyDetails().getKeyColumn(0).getColumnName();
        String type = table.replace('_', '-');
        // what is set again and again rather than created has had its version 0 before it was first set
        int first = Versioned.class.isAssignableFrom(entity.getMappedClass()) ? 0 : 1;
        List<String> gaps = new ArrayList<>();
        for (String question : List.of(UNRECORDED, UNKNOWN))
            database.createNativeQuery(question.formatted(table, id), String.class)
                    .setParameter(1, type)
                    .setParameter(2, first)
                    .getResultList()
                    .forEach(subject -> gaps.add(type + "/" + subject));
        return gaps;
    }
}
