package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.accounts.Session.Transport;
import org.minsheng.accounts.secrets.Sealed;
import org.minsheng.db.Ids;
import org.minsheng.http.Refusal;
import org.minsheng.http.Sha256;

/** Sign-ins, as long and as many as {@link SessionConfig} says; refresh tokens are stored as digests. */
@ApplicationScoped
class Sessions {
    record Opened(Account account, UUID session, Transport transport, String refreshToken, Instant expires) {}

    /** An answer can be lost on its way: who comes again so soon is told again. */
    private static final Duration REPEATED = Duration.ofSeconds(10);

    private final EntityManager database;
    private final Accounts accounts;
    private final SessionConfig config;
    private final RefreshTokens tokens;
    private final SecurityLog log;

    Sessions(EntityManager database, Accounts accounts, SessionConfig config, RefreshTokens tokens, SecurityLog log) {
        this.database = database;
        this.accounts = accounts;
        this.config = config;
        this.tokens = tokens;
        this.log = log;
    }

    Opened openOutside(Account account, Transport transport, boolean factored, Origin from, Instant now) {
        Opened opened = open(account, transport, from, now);
        Session session = database.find(Session.class, opened.session);
        session.outside = true;
        session.factored = factored;
        return opened;
    }

    /** The lock of the credential makes simultaneous sign-ins count each other. */
    Opened open(Account account, Transport transport, Origin from, Instant now) {
        live(account.id()).stream().skip(config.atMost() - 1).forEach(oldest -> oldest.endedAt = now);
        UUID id = Ids.next();
        String refresh = tokens.next(id);
        Instant expires = now.plus(transport == Transport.MOBILE ? config.mobileLongest() : config.longest());
        database.persist(new Session(id, account.id(), Sha256.of(refresh), transport, from, now, expires));
        return new Opened(account, id, transport, refresh, expires);
    }

    List<Session> live(UUID account) {
        return database.createQuery(
                        "from Session s where s.accountId = :account and s.endedAt is null order by s.usedAt desc",
                        Session.class)
                .setParameter("account", account)
                .getResultList();
    }

    /** One conditional UPDATE decides who of many wins; whoever comes with a token used before ends the session. */
    Optional<Opened> rotate(String refreshToken, Origin from, Instant now) {
        byte[] given = Sha256.of(refreshToken);
        Optional<UUID> of = tokens.session(refreshToken);
        if (of.isEmpty()) return Optional.empty();
        String next = tokens.next(of.get());
        int won = database.createQuery("""
                        update Session s set s.previousHash = s.refreshHash, s.refreshHash = :next, s.usedAt = :now,
                            s.successor = :successor, s.clientHash = :client
                        where s.id = :id and s.refreshHash = :given and s.endedAt is null and s.expiresAt > :now
                            and (s.usedAt > :idle or s.transport = MOBILE and s.usedAt > :mobileIdle)""")
                .setParameter("next", Sha256.of(next))
                .setParameter("now", now)
                .setParameter("successor", Sealed.seal(keyOf(refreshToken), RefreshTokens.bytes(next), given))
                .setParameter("client", from.digest())
                .setParameter("id", of.get())
                .setParameter("given", given)
                .setParameter("idle", now.minus(config.idle()))
                .setParameter("mobileIdle", now.minus(config.mobileIdle()))
                .executeUpdate();
        Session session = database.find(Session.class, of.get(), LockModeType.PESSIMISTIC_WRITE);
        if (won == 1) return Optional.of(opened(session, next));
        return session == null ? Optional.empty() : repeated(session, refreshToken, given, from, now);
    }

    private Optional<Opened> repeated(Session session, String refreshToken, byte[] given, Origin from, Instant now) {
        // the newest one, that came too late
        if (session.endedAt != null || Arrays.equals(session.refreshHash, given)) return Optional.empty();
        boolean last = Arrays.equals(session.previousHash, given);
        boolean same = Arrays.equals(session.clientHash, from.digest());
        if (last && same && session.usedAt.plus(REPEATED).isAfter(now)) {
            byte[] next = Sealed.open(keyOf(refreshToken), session.successor, given);
            return Optional.of(opened(session, RefreshTokens.text(next)));
        }
        session.endedAt = now;
        accounts.known(session.accountId).ifPresent(account -> log.own("session.reused", account, session.id));
        throw Refusal.unauthenticated("session.reused");
    }

    private Opened opened(Session session, String token) {
        Account account =
                accounts.active(session.accountId).orElseThrow(() -> Refusal.unauthenticated("auth.session-ended"));
        return new Opened(account, session.id, session.transport, token, session.expiresAt);
    }

    void prove(UUID session, Instant now) {
        database.find(Session.class, session).provenAt = now;
    }

    boolean isProven(UUID session, Instant now) {
        return session != null
                && database.createQuery(
                                        "select count(*) from Session s where s.id = :id and s.provenAt > :since",
                                        Long.class)
                                .setParameter("id", session)
                                .setParameter("since", now.minus(config.proof()))
                                .getSingleResult()
                        == 1;
    }

    /** Whether there was one to end. */
    boolean end(UUID account, UUID session, Instant now) {
        return database.createQuery("""
                                update Session s set s.endedAt = :now
                                where s.id = :id and s.accountId = :account and s.endedAt is null""")
                        .setParameter("now", now)
                        .setParameter("id", session)
                        .setParameter("account", account)
                        .executeUpdate()
                == 1;
    }

    /** All but one of an account's; a disabled account that is enabled again signs in again. */
    void endAll(UUID account, UUID except, Instant now) {
        database.createQuery("""
                        update Session s set s.endedAt = :now
                        where s.accountId = :account and s.endedAt is null and (:except is null or s.id <> :except)""")
                .setParameter("now", now)
                .setParameter("account", account)
                .setParameter("except", except)
                .executeUpdate();
    }

    /** Another digest than the one that is stored. */
    private static byte[] keyOf(String refreshToken) {
        return Sha256.of("successor of " + refreshToken);
    }
}
