package org.minsheng.support;

import io.quarkus.arc.Arc;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/** Counts the SQL statements of what is done between two looks. */
public final class Statements {
    private Statements() {}

    public static long during(Runnable work) {
        long before = statistics().getPrepareStatementCount();
        work.run();
        return statistics().getPrepareStatementCount() - before;
    }

    /** And the transactions, committed or not. */
    public static long transactionsDuring(Runnable work) {
        long before = statistics().getTransactionCount();
        work.run();
        return statistics().getTransactionCount() - before;
    }

    private static Statistics statistics() {
        return Arc.container()
                .instance(EntityManagerFactory.class)
                .get()
                .unwrap(SessionFactory.class)
                .getStatistics();
    }
}
