package org.minsheng.accounts;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.db.Versioned;
import org.minsheng.http.Refusal;
import org.minsheng.ledger.Audience;
import org.minsheng.ledger.Personal;
import org.minsheng.ledger.Subject;
import org.minsheng.units.Unit;

/** A person who signs in; without a unit only the platform's administrators. */
@Entity
public class Account extends Versioned implements Subject {
    String username;
    String displayName;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "unit_id")
    Unit unit;

    @Enumerated(EnumType.STRING)
    AccountStatus status = AccountStatus.PENDING;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    Set<Role> roles = new HashSet<>();

    private record State(
            Personal username, Personal displayName, UUID unitId, AccountStatus status, List<String> roles) {}

    protected Account() {}

    Account(NewAccount wanted, Unit unit, byte[] createdFrom, Instant now) {
        super(wanted.id(), createdFrom, now);
        username = wanted.username();
        displayName = wanted.displayName();
        this.unit = unit;
    }

    /** Full width and capitals are the same name. */
    static String normal(String username) {
        return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    /** 三员分立: one admin role at most, never beside business; nobody grants to themselves. */
    void grant(Set<Role> wanted, Actor by, Instant now) {
        if (id.equals(by.account())) throw Refusal.forbidden("account.own-roles");
        long admin = wanted.stream().filter(Role.ADMINS::contains).count();
        if (admin > 1) throw Refusal.rule("account.two-admin-roles").at("/roles");
        if (admin == 1 && wanted.size() > 1)
            throw Refusal.rule("account.admin-and-business").at("/roles");
        if (unit == null && admin == 0 && !wanted.isEmpty())
            throw Refusal.rule("account.role-needs-unit").at("/roles");
        roles.clear();
        roles.addAll(wanted);
        if (status == AccountStatus.PENDING && !wanted.isEmpty()) status = AccountStatus.ACTIVE;
        touch(now);
    }

    void revise(AccountEdit edit, Unit wanted, Instant now) {
        displayName = edit.displayName();
        if (wanted == null && !Role.ADMINS.containsAll(roles))
            throw Refusal.rule("account.role-needs-unit").at("/unitId");
        unit = wanted;
        touch(now);
    }

    void disable(Actor by, Instant now) {
        if (id.equals(by.account())) throw Refusal.forbidden("account.own-status");
        if (status == AccountStatus.DISABLED) throw Refusal.conflict("account.not-in-this-state");
        status = AccountStatus.DISABLED;
        touch(now);
    }

    void enable(Instant now) {
        if (status != AccountStatus.DISABLED) throw Refusal.conflict("account.not-in-this-state");
        status = roles.isEmpty() ? AccountStatus.PENDING : AccountStatus.ACTIVE;
        touch(now);
    }

    List<String> roleNames() {
        return List.copyOf(new TreeSet<>(roles.stream().map(Role::wire).toList()));
    }

    @Override
    public String subjectType() {
        return "account";
    }

    @Override
    public String unitPath() {
        return unit == null ? "" : unit.path();
    }

    @Override
    public Audience audience() {
        return Audience.ACCOUNTS;
    }

    @Override
    public Object ledgerState() {
        return new State(
                Personal.of(username), Personal.of(displayName), unit == null ? null : unit.id(), status, roleNames());
    }
}
