package org.minsheng.ledger.past;

import java.time.Instant;
import java.util.UUID;
import org.minsheng.ledger.Audience;

/** That something was done to a subject, without what it became. */
public record Deed(
        String type, UUID id, String action, Audience audience, String unitPath, UUID projectId, Instant recordedAt) {
    static final String HQL = """
            new org.minsheng.ledger.past.Deed(e.subjectType, e.subjectId, e.action, e.audience, e.unitPath, e.projectId,
              e.occurredAt)""";
}
