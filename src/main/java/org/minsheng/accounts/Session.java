package org.minsheng.accounts;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One sign-in: its refresh token changes at every use, and a used one ends it. */
@Entity
@Table(name = "session")
class Session {
    @Schema(
            description =
                    "How the refresh token travels: BODY; COOKIE, which no script reads; MOBILE, a body that lives longer.")
    public enum Transport {
        BODY,
        COOKIE,
        MOBILE
    }

    @Id
    @Column(columnDefinition = "binary(16)")
    UUID id;

    @Column(columnDefinition = "binary(16)")
    UUID accountId;

    @Column(columnDefinition = "binary(32)")
    byte[] refreshHash;

    @Column(columnDefinition = "binary(32)")
    byte[] previousHash;

    /** What replaced the previous token, sealed with that one: only who had it can be told again. */
    @Column(columnDefinition = "varbinary(100)")
    byte[] successor;

    @Column(columnDefinition = "binary(32)")
    byte[] clientHash;

    @Enumerated(EnumType.STRING)
    Transport transport;

    String client;
    String address;
    Instant createdAt;
    Instant usedAt;
    Instant expiresAt;
    Instant endedAt;

    /** Another issuer saw the password. */
    boolean outside;

    /** It, or we, saw a second factor. */
    boolean factored;

    /** When its person last gave password and code. */
    Instant provenAt;

    protected Session() {}

    Session(UUID id, UUID account, byte[] refreshHash, Transport transport, Origin from, Instant now, Instant expires) {
        this.id = id;
        accountId = account;
        this.refreshHash = refreshHash;
        this.transport = transport;
        client = from.client();
        address = from.address();
        clientHash = from.digest();
        createdAt = now;
        usedAt = now;
        provenAt = now;
        expiresAt = expires;
    }
}
