package org.minsheng.clients;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.minsheng.db.Ids;
import org.minsheng.http.Sha256;

/** One of at most two secrets of a client: 256 random bits, kept as a digest. */
@Entity
@Table(name = "client_secret")
class ClientSecret {
    @Id
    @Column(columnDefinition = "binary(16)")
    UUID id;

    @Column(columnDefinition = "binary(16)")
    UUID clientId;

    @Column(columnDefinition = "binary(32)")
    byte[] secretHash;

    Instant createdAt;
    Instant expiresAt;
    Instant usedAt;
    Instant endedAt;

    protected ClientSecret() {}

    ClientSecret(Client client, String secret, Instant now, Duration age) {
        id = Ids.next();
        clientId = client.id();
        secretHash = Sha256.of(secret);
        createdAt = now;
        expiresAt = now.plus(age);
    }
}
