package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.accounts.secrets.Passwords;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.units.Unit;
import org.minsheng.units.Units;

/** The known accounts of the demo, as far as they are not there yet; no other profile calls this. */
@ApplicationScoped
public class DemoAccounts {
    private static final String PASSWORD = "Demo-2026-Yanzhou";
    private final Accounts accounts;
    private final Passwords passwords;
    private final Credentials credentials;
    private final Units units;
    private final Ledger ledger;

    DemoAccounts(Accounts accounts, Passwords passwords, Credentials credentials, Units units, Ledger ledger) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.credentials = credentials;
        this.units = units;
        this.ledger = ledger;
    }

    @Transactional
    public void create(UUID government, Actor actor, Instant now) {
        String hash = passwords.hash(PASSWORD);
        List<Account> made = new ArrayList<>();
        for (Unit unit : units.ofGovernment(government)) {
            made.add(account(unit.code() + "-reporter", unit.name() + "填报员", unit, Role.REPORTER, actor, now));
            made.add(account(unit.code() + "-reviewer", unit.name() + "审核人", unit, Role.REVIEWER, actor, now));
            switch (unit.code()) {
                case "ducha" -> made.add(account("ducha", "督查室", unit, Role.SUPERVISOR, actor, now));
                case "zfb" -> made.add(account("leader", "区领导", unit, Role.LEADER, actor, now));
                case "rdb" -> made.add(account("rdb-observer", "区人大观察员", unit, Role.OBSERVER, actor, now));
                default -> {}
            }
        }
        made.add(account("sysadmin", "系统管理员", null, Role.SYSTEM_ADMIN, actor, now));
        made.add(account("secadmin", "安全管理员", null, Role.SECURITY_ADMIN, actor, now));
        made.add(account("auditor", "审计管理员", null, Role.AUDIT_ADMIN, actor, now));
        Set<String> present = accounts.usernames();
        made.removeIf(account -> present.contains(account.username));
        for (Account account : made) {
            accounts.store(account);
            credentials.store(new Credential(account.id(), hash, now));
        }
        ledger.record(actor, "account.created", made, Reason.of("demo"));
    }

    private Account account(String username, String display, Unit unit, Role role, Actor actor, Instant now) {
        Account account = new Account(new NewAccount(null, username, display, null, ""), unit, null, now);
        account.grant(Set.of(role), actor, now);
        return account;
    }
}
