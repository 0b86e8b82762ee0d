package org.minsheng.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.minsheng.db.Ids;

/** One sign-in: its refresh token changes at every use, and a used one ends it. */
@Entity
@Table(name = "session")
class Session {
    @Id
    @Column(columnDefinition = "binary(16)")
    UUID id;

    @Column(columnDefinition = "binary(16)")
    UUID accountId;

    @Column(columnDefinition = "binary(32)")
    byte[] refreshHash;

    @Column(columnDefinition = "binary(32)")
    byte[] previousHash;

    Instant createdAt;
    Instant usedAt;
    Instant expiresAt;
    Instant endedAt;

    protected Session() {}

    Session(UUID account, byte[] refreshHash, Instant now, Instant expires) {
        id = Ids.next();
        accountId = account;
        this.refreshHash = refreshHash;
        createdAt = now;
        usedAt = now;
        expiresAt = expires;
    }
}
