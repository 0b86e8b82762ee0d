package org.minsheng.support;

import io.quarkus.arc.Arc;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the SQL statements of what is done between two looks. */
public final class Statements {
    private Statements() {}

    public static long during(Runnable work) {
        Statistics statistics = Arc.container()
                .instance(EntityManagerFactory.class)
                .get()
                .unwrap(SessionFactory.class)
                .getStatistics();
        long before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
