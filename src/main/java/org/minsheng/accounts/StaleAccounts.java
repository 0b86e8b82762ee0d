package org.minsheng.accounts;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.ledger.Ledger;
import org.minsheng.ledger.Reason;
import org.minsheng.time.Time;

/** Accounts nobody has used for 90 days are disabled (GB/T 22239, 8.1.4.2 c); never the last of an administrator's role. */
@ApplicationScoped
class StaleAccounts {
    private static final Actor SYSTEM = Actor.system("stale-accounts");
    private final Accounts accounts;
    private final Sessions sessions;
    private final Admission admission;
    private final SessionConfig config;
    private final Ledger ledger;
    private final Clock clock;

    StaleAccounts(
            Accounts accounts,
            Sessions sessions,
            Admission admission,
            SessionConfig config,
            Ledger ledger,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.admission = admission;
        this.config = config;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(cron = "0 10 3 * * ?", timeZone = "Asia/Shanghai")
    @Transactional
    void everyNight() {
        disable(Time.now(clock));
    }

    @Transactional
    int disable(Instant now) {
        List<Account> stale = new ArrayList<>();
        for (Account account : accounts.unusedSince(now.minus(config.stale()))) {
            // one by one: of two that are both unused, the second is the last
            if (isLastAdministrator(account)) continue;
            account.disable(SYSTEM, now);
            sessions.endAll(account.id(), null, now);
            stale.add(account);
        }
        if (!stale.isEmpty()) ledger.record(SYSTEM, "account.disabled", stale, Reason.of("unused"));
        admission.forgetAll();
        return stale.size();
    }

    private boolean isLastAdministrator(Account account) {
        return account.roles.stream().filter(Role.ADMINS::contains).anyMatch(role -> accounts.activeWith(role) <= 1);
    }
}
