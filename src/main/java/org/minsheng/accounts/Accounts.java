package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
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
import org.minsheng.units.Units;

/** All questions to the accounts. Who has no unit is seen only by those who have none either. */
@ApplicationScoped
public class Accounts {
    /** @param duties what the person has to do before anything else works */
    record Admitted(Actor actor, Set<Duty> duties) {}

    private final EntityManager database;
    private final Clock clock;
    private final Duties duties;
    private final Units units;

    Accounts(EntityManager database, Clock clock, Duties duties, Units units) {
        this.database = database;
        this.clock = clock;
        this.duties = duties;
        this.units = units;
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
    Optional<Admitted> admittedBy(UUID session) {
        return Optional.ofNullable(admitted(Set.of(session)).get(session));
    }

    /** The actors behind those of the sessions that live and owe nothing; one statement for all. */
    @ActivateRequestContext
    public Map<UUID, Actor> actorsOf(Set<UUID> sessions) {
        if (sessions.isEmpty()) return Map.of();
        Map<UUID, Actor> actors = new HashMap<>();
        admitted(sessions).forEach((session, admitted) -> {
            if (admitted.duties.isEmpty()) actors.put(session, admitted.actor);
        });
        return actors;
    }

    private Map<UUID, Admitted> admitted(Set<UUID> sessions) {
        Instant now = clock.instant();
        List<Row> rows = database.createQuery("""
                        select s.id, a.id, a.username, u.id, u.path, g.path, r, c.passwordSetAt, c.passwordUntil,
                            case when c.factorSeed is null then false else true end, s.outside, s.factored
                        from Session s
                        join Account a on a.id = s.accountId join Credential c on c.accountId = a.id
                        left join a.unit u left join Unit g on g.id = u.governmentId left join a.roles r
                        where s.id in :sessions and s.endedAt is null and s.expiresAt > :now and a.status = ACTIVE""", Row.class)
                .setParameter("sessions", sessions)
                .setParameter("now", now)
                .getResultList();
        Map<UUID, Set<Role>> roles = new HashMap<>();
        for (Row row : rows) {
            Set<Role> its = roles.computeIfAbsent(row.session, id -> new HashSet<>());
            if (row.role != null) its.add(row.role);
        }
        Map<UUID, Admitted> admitted = new HashMap<>();
        for (Row row : rows) admitted.computeIfAbsent(row.session, session -> admitted(row, roles.get(session), now));
        return admitted;
    }

    private Admitted admitted(Row row, Set<Role> roles, Instant now) {
        boolean drafts = roles.contains(Role.SUPERVISOR) || roles.contains(Role.LEADER);
        Scope scope = row.unit == null ? Scope.everything(false) : Scope.of(row.government, row.path, row.unit, drafts);
        Actor actor = new Actor(row.account, row.username, Set.copyOf(roles), scope, row.session, Language.ZH);
        return new Admitted(actor, duties.of(row.facts(now), roles, now));
    }

    /** One role of one session's account. */
    record Row(
            UUID session,
            UUID account,
            String username,
            UUID unit,
            String path,
            String government,
            Role role,
            Instant passwordSetAt,
            Instant passwordUntil,
            boolean factor,
            boolean outside,
            boolean factored) {
        Credential.Facts facts(Instant now) {
            Credential.Facts facts = new Credential.Facts(passwordSetAt, passwordUntil, factor);
            return outside ? facts.outside(factored, now) : facts;
        }
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

    /** Whatever state it is in; one statement. */
    Optional<Account> whole(UUID id) {
        return database.createQuery(
                        "from Account a left join fetch a.unit left join fetch a.roles where a.id = :id", Account.class)
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
        return units.assignable(id, scope)
                .orElseThrow(() -> Refusal.rule("account.unknown-unit").at("/unitId"));
    }

    boolean isEmpty() {
        return database.createQuery("select count(*) from Account a", Long.class)
                        .getSingleResult()
                == 0;
    }

    boolean holdsAnybody(Role role) {
        return database.createQuery("select count(*) from Account a join a.roles r where r = :role", Long.class)
                        .setParameter("role", role)
                        .getSingleResult()
                > 0;
    }

    long activeWith(Role role) {
        return database.createQuery(
                        "select count(*) from Account a join a.roles r where r = :role and a.status = ACTIVE",
                        Long.class)
                .setParameter("role", role)
                .getSingleResult();
    }

    /** Those that work and were neither used nor opened since. */
    List<Account> unusedSince(Instant then) {
        return database.createQuery("""
                        from Account a left join fetch a.unit left join fetch a.roles join Credential c on c.accountId = a.id
                        where a.status = ACTIVE and coalesce(c.usedAt, a.createdAt) < :then and c.passwordSetAt < :then""", Account.class)
                .setParameter("then", then)
                .getResultList();
    }

    Set<String> usernames() {
        return new HashSet<>(database.createQuery("select a.username from Account a", String.class)
                .getResultList());
    }

    void store(Account account) {
        database.persist(account);
    }
}
