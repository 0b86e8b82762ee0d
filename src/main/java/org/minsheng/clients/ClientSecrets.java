package org.minsheng.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.http.Refusal;
import org.minsheng.http.Sha256;

/** Secrets of machine clients: made, recognised, ended. */
@ApplicationScoped
class ClientSecrets {
    /** One in use and the one that replaces it. */
    static final int MOST = 2;

    private final SecureRandom random = new SecureRandom();
    private final EntityManager database;
    private final ClientConfig config;

    ClientSecrets(EntityManager database, ClientConfig config) {
        this.database = database;
        this.config = config;
    }

    List<ClientSecret> of(UUID client, Instant now) {
        return database.createQuery("""
                        from ClientSecret s where s.clientId = :client and s.endedAt is null and s.expiresAt > :now
                        order by s.createdAt, s.id""", ClientSecret.class)
                .setParameter("client", client)
                .setParameter("now", now)
                .getResultList();
    }

    /** The lock of the client, as it then is, makes two administrators count each other. */
    NewSecret add(Client client, Instant now) {
        database.refresh(client, LockModeType.PESSIMISTIC_WRITE);
        if (of(client.id(), now).size() >= MOST) throw Refusal.conflict("client.two-secrets");
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        ClientSecret kept = new ClientSecret(client, secret, now, config.secretAge());
        database.persist(kept);
        return new NewSecret(kept.id, secret, kept.expiresAt);
    }

    void end(Client client, UUID id, Instant now) {
        of(client.id(), now).stream().filter(s -> s.id.equals(id)).findFirst().orElseThrow(Refusal::notFound).endedAt =
                now;
    }

    /** The active client that has this secret; one statement, whatever is wrong. */
    Optional<Client> owner(UUID client, String secret, Instant now) {
        List<ClientSecret> found = database.createQuery("""
                        select s from ClientSecret s join Client c on c.id = s.clientId
                        where s.clientId = :client and s.secretHash = :hash and s.endedAt is null and s.expiresAt > :now
                            and c.status = ACTIVE""", ClientSecret.class)
                .setParameter("client", client)
                .setParameter("hash", Sha256.of(secret))
                .setParameter("now", now)
                .getResultList();
        if (found.isEmpty()) return Optional.empty();
        found.get(0).usedAt = now;
        return Optional.of(database.find(Client.class, client));
    }
}
