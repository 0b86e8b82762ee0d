package org.minsheng.clients;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.minsheng.access.ClientScope;
import org.minsheng.accounts.AccountStatus;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Subject;
import org.minsheng.units.Unit;

/** A program that acts for a unit, under a name of its own. */
@Entity
public class Client extends Versioned implements Subject {
    String name;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id")
    Unit unit;

    @Enumerated(EnumType.STRING)
    AccountStatus status = AccountStatus.PENDING;

    @ElementCollection
    @CollectionTable(name = "client_scope", joinColumns = @JoinColumn(name = "client_id"))
    @Column(name = "scope")
    @Enumerated(EnumType.STRING)
    Set<ClientScope> scopes = new HashSet<>();

    private record State(String name, UUID unitId, AccountStatus status, List<String> scopes) {}

    protected Client() {}

    Client(NewClient wanted, Unit unit, byte[] createdFrom, Instant now) {
        super(wanted.id(), createdFrom, now);
        name = wanted.name();
        this.unit = unit;
    }

    void grant(Set<ClientScope> wanted, Instant now) {
        scopes.clear();
        scopes.addAll(wanted);
        if (status == AccountStatus.PENDING && !wanted.isEmpty()) status = AccountStatus.ACTIVE;
        touch(now);
    }

    void rename(String to, Instant now) {
        name = to;
        touch(now);
    }

    void disable(Instant now) {
        if (status == AccountStatus.DISABLED) throw Refusal.conflict("client.not-in-this-state");
        status = AccountStatus.DISABLED;
        touch(now);
    }

    void enable(Instant now) {
        if (status != AccountStatus.DISABLED) throw Refusal.conflict("client.not-in-this-state");
        status = scopes.isEmpty() ? AccountStatus.PENDING : AccountStatus.ACTIVE;
        touch(now);
    }

    List<String> scopeNames() {
        return List.copyOf(new TreeSet<>(scopes.stream().map(ClientScope::wire).toList()));
    }

    /** Those of the words of OAuth, separated by blanks; all it has where nothing is said. */
    List<String> scopesFor(String asked) {
        List<String> has = scopeNames();
        if (asked == null || asked.isBlank()) return has;
        List<String> wanted =
                Arrays.stream(asked.strip().split(" +")).distinct().sorted().toList();
        if (!has.containsAll(wanted)) throw Refusal.malformed("token.scope-unknown");
        return wanted;
    }

    @Override
    public String subjectType() {
        return "client";
    }

    @Override
    public String unitPath() {
        return unit.path();
    }

    @Override
    public Audience audience() {
        return Audience.ACCOUNTS;
    }

    @Override
    public Object ledgerState() {
        return new State(name, unit.id(), status, scopeNames());
    }
}
