package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.access.Scope;
import org.minsheng.http.Language;
import org.minsheng.http.Refusal;
import org.minsheng.units.Unit;

/** All questions to the accounts. Who has no unit is seen only by those who have none either. */
@ApplicationScoped
public class Accounts {
    record Secret(UUID account, String passwordHash) {}

    private final EntityManager database;
    private final Clock clock;

    Accounts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The reporter or reviewer that the demo has for a unit; acts as if signed in. */
    public Optional<Actor> demoActor(UUID unit, Role role) {
        return database.createQuery("""
                        from Account a join fetch a.unit u join a.roles r where u.id = :unit and r = :role""", Account.class)
                .setParameter("unit", unit)
                .setParameter("role", role)
                .getResultStream()
                .findFirst()
                .map(a -> new Actor(a.id(), a.displayName, Set.of(role), scope(a.unit), null, Language.ZH));
    }

    private Scope scope(Unit unit) {
        String government = database.createQuery("select g.path from Unit g where g.id = :id", String.class)
                .setParameter("id", unit.governmentId())
                .getSingleResult();
        return Scope.of(government, unit.path(), unit.id(), false);
    }

    /** The actor behind a live session of an active account; one statement. */
    @ActivateRequestContext
    public Optional<Actor> actorOf(UUID session) {
        return Optional.ofNullable(actorsOf(Set.of(session)).get(session));
    }

    /** The actors behind those of the sessions that live; one statement for all. */
    @ActivateRequestContext
    public Map<UUID, Actor> actorsOf(Set<UUID> sessions) {
        List<Object[]> rows = database.createQuery("""
                        select s.id, a.id, a.username, u.id, u.path, g.path, r from Session s
                        join Account a on a.id = s.accountId left join a.unit u left join Unit g on g.id = u.governmentId
                        left join a.roles r
                        where s.id in :sessions and s.endedAt is null and s.expiresAt > :now and a.status = ACTIVE""", Object[].class)
                .setParameter("sessions", sessions)
                .setParameter("now", clock.instant())
                .getResultList();
        Map<UUID, Set<Role>> roles = new HashMap<>();
        for (Object[] row : rows) {
            Set<Role> its = roles.computeIfAbsent((UUID) row[0], id -> new HashSet<>());
            if (row[6] != null) its.add((Role) row[6]);
        }
        Map<UUID, Actor> actors = new HashMap<>();
        for (Object[] row : rows)
            actors.computeIfAbsent((UUID) row[0], session -> actor(session, row, roles.get(session)));
        return actors;
    }

    private static Actor actor(UUID session, Object[] row, Set<Role> roles) {
        boolean drafts = roles.contains(Role.SUPERVISOR) || roles.contains(Role.LEADER);
        Scope scope = row[3] == null
                ? Scope.everything(false)
                : Scope.of((String) row[5], (String) row[4], (UUID) row[3], drafts);
        return new Actor((UUID) row[1], (String) row[2], Set.copyOf(roles), scope, session, Language.ZH);
    }

    /** A transaction of its own, so that the connection is free again before the password is hashed. */
    @Transactional
    Optional<Secret> secretOf(String username) {
        return database.createQuery(
                        "select a.id, a.passwordHash from Account a where a.username = :username", Secret.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    Optional<Account> byUsername(String username) {
        return database.createQuery("from Account a left join fetch a.unit where a.username = :username", Account.class)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    Optional<Account> active(UUID id) {
        return database.createQuery(
                        "from Account a left join fetch a.unit left join fetch a.roles where a.id = :id and a.status = ACTIVE",
                        Account.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    Optional<Account> within(UUID id, Scope scope) {
        return database.createQuery("""
                        from Account a left join fetch a.unit u left join fetch a.roles
                        where a.id = :id and (u.path like :working or (u is null and :fenced = false))""", Account.class)
                .setParameter("id", id)
                .setParameter("working", scope.working())
                .setParameter("fenced", scope.isFenced())
                .getResultStream()
                .findFirst();
    }

    Optional<Account> known(UUID id) {
        return Optional.ofNullable(database.find(Account.class, id));
    }

    /** Without a unit are only accounts that an administrator without a unit opens. */
    Unit unitFor(UUID id, Scope scope) {
        if (id == null && !scope.isFenced()) return null;
        return unit(id, scope)
                .orElseThrow(() -> Refusal.rule("account.unknown-unit").at("/unitId"));
    }

    private Optional<Unit> unit(UUID id, Scope scope) {
        return database.createQuery("from Unit u where u.id = :id and u.path like :working", Unit.class)
                .setParameter("id", id)
                .setParameter("working", scope.working())
                .getResultStream()
                .findFirst();
    }

    Set<String> usernames() {
        return new HashSet<>(database.createQuery("select a.username from Account a", String.class)
                .getResultList());
    }

    void store(Account account) {
        database.persist(account);
    }
}
