package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.http.Refusal;

/** Sign-ins, as long and as many as {@link SessionConfig} says; refresh tokens are stored as digests. */
@ApplicationScoped
class Sessions {
    record Opened(Account account, UUID session, String refreshToken) {}

    record Rotated(UUID session, UUID account, String refreshToken) {}

    private final SecureRandom random = new SecureRandom();
    private final EntityManager database;
    private final Accounts accounts;
    private final SessionConfig config;

    Sessions(EntityManager database, Accounts accounts, SessionConfig config) {
        this.database = database;
        this.accounts = accounts;
        this.config = config;
    }

    /** Empty where the account is not active; its lock makes simultaneous sign-ins count each other. */
    @Transactional
    Optional<Opened> open(UUID id, Instant now) {
        database.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE);
        return accounts.active(id).map(account -> open(account, now));
    }

    private Opened open(Account account, Instant now) {
        List<Session> live = database.createQuery(
                        "from Session s where s.accountId = :account and s.endedAt is null order by s.usedAt desc",
                        Session.class)
                .setParameter("account", account.id())
                .getResultList();
        live.stream().skip(config.atMost() - 1).forEach(oldest -> oldest.endedAt = now);
        String refresh = newToken();
        Session session = new Session(account.id(), digest(refresh), now, now.plus(config.longest()));
        database.persist(session);
        return new Opened(account, session.id, refresh);
    }

    /** One conditional UPDATE decides who of many wins; whoever comes with the token used before ends the session. */
    Optional<Rotated> rotate(String refreshToken, Instant now) {
        byte[] given = digest(refreshToken);
        String next = newToken();
        int won = database.createQuery("""
                        update Session s set s.previousHash = s.refreshHash, s.refreshHash = :next, s.usedAt = :now
                        where s.refreshHash = :given and s.endedAt is null and s.expiresAt > :now and s.usedAt > :idle""")
                .setParameter("next", digest(next))
                .setParameter("now", now)
                .setParameter("given", given)
                .setParameter("idle", now.minus(config.idle()))
                .executeUpdate();
        if (won == 0) {
            int reused = database.createQuery(
                            "update Session s set s.endedAt = :now where s.previousHash = :given and s.endedAt is null")
                    .setParameter("now", now)
                    .setParameter("given", given)
                    .executeUpdate();
            if (reused > 0) throw Refusal.unauthenticated("session.reused");
            return Optional.empty();
        }
        Session session = database.createQuery("from Session s where s.refreshHash = :next", Session.class)
                .setParameter("next", digest(next))
                .getSingleResult();
        return Optional.of(new Rotated(session.id, session.accountId, next));
    }

    void end(Actor actor, Instant now) {
        database.createQuery("update Session s set s.endedAt = :now where s.id = :id and s.endedAt is null")
                .setParameter("now", now)
                .setParameter("id", actor.session())
                .executeUpdate();
    }

    /** A disabled account that is enabled again signs in again. */
    void endAll(Account account, Instant now) {
        database.createQuery("update Session s set s.endedAt = :now where s.accountId = :account and s.endedAt is null")
                .setParameter("now", now)
                .setParameter("account", account.id())
                .executeUpdate();
    }

    private String newToken() {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
