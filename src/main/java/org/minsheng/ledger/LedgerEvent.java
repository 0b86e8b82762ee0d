package org.minsheng.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A recorded change, for reading; only {@link Ledger} writes them. */
@Entity
@Immutable
public class LedgerEvent {
    @Id
    public long id;

    @Column(columnDefinition = "binary(16)")
    public UUID eventId;

    public String stream;

    @Column(columnDefinition = "binary(16)")
    public UUID actorId;

    @Column(columnDefinition = "binary(16)")
    public UUID actorUnit;

    public String action;
    public String subjectType;

    @Column(columnDefinition = "binary(16)")
    public UUID subjectId;

    public int subjectVersion;
    public String unitPath;

    @Enumerated(EnumType.STRING)
    public Audience audience;

    @Column(columnDefinition = "binary(16)")
    public UUID programmeId;

    @Column(columnDefinition = "binary(16)")
    public UUID projectId;

    public Instant occurredAt;
    public String requestId;
    public String body;

    @Column(columnDefinition = "binary(32)")
    public byte[] bodyHash;

    protected LedgerEvent() {}

    /** Whether the subject is gone since. */
    public static boolean isEnd(String action) {
        return action.endsWith(".deleted");
    }
}
