package org.minsheng.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;

/**
 * What concerns access, once more as lines of the application's log, for whoever collects logs elsewhere. A line is the body
 * that the ledger keeps: persons are ids in it and their values digests, and it can be held against the ledger later.
 */
@ApplicationScoped
class AuditLines {
    record Line(String body) {}

    private static final Logger LOG = Logger.getLogger("org.minsheng.audit");

    static boolean tell(Audience audience) {
        return audience == Audience.ACCOUNTS || audience == Audience.AUDIT;
    }

    /** What was rolled back did not happen. */
    void write(@Observes(during = TransactionPhase.AFTER_SUCCESS) Line line) {
        LOG.info(line.body);
    }
}
