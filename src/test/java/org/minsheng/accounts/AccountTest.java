package org.minsheng.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.access.Scope;
import org.minsheng.http.Language;
import org.minsheng.http.Refusal;
import org.minsheng.support.Covers;

class AccountTest {
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final Actor SYSTEM = Actor.system("test");

    private final Account platform =
            new Account(new NewAccount(null, "someone", "Someone", null, null), null, null, NOW);

    @Test
    @Covers({"GB/T 22239 8.1.4.2 a", "GB/T 22239 8.1.4.2 e"})
    void the_first_role_makes_a_new_account_active() {
        assertEquals(AccountStatus.PENDING, platform.status);
        platform.grant(Set.of(Role.AUDIT_ADMIN), SYSTEM, NOW);
        assertEquals(AccountStatus.ACTIVE, platform.status);
    }

    @Test
    @Covers({"GB/T 22239 8.1.4.2 d", "GB/T 22239 8.1.5.1", "GB/T 22239 8.1.5.3"})
    void nobody_holds_two_administrator_roles() {
        refused("account.two-admin-roles", Set.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN));
    }

    @Test
    @Covers({"GB/T 22239 8.1.4.2 d", "GB/T 22239 8.1.5.1"})
    void an_administrator_holds_no_business_role() {
        refused("account.admin-and-business", Set.of(Role.SYSTEM_ADMIN, Role.REPORTER));
    }

    @Test
    void business_roles_need_a_unit() {
        refused("account.role-needs-unit", Set.of(Role.REPORTER));
    }

    @Test
    @Covers({"GB/T 22239 8.1.4.2 d", "GB/T 22239 8.1.4.2 e"})
    void nobody_edits_their_own_roles() {
        Actor self = new Actor(
                platform.id(),
                "someone",
                Set.of(Role.SECURITY_ADMIN),
                Scope.everything(false),
                UUID.randomUUID(),
                Language.ZH);
        Refusal refusal = assertThrows(Refusal.class, () -> platform.grant(Set.of(Role.AUDIT_ADMIN), self, NOW));
        assertEquals("account.own-roles", refusal.code());
        assertEquals(403, refusal.status());
    }

    @Test
    void a_disabled_account_comes_back_as_it_was() {
        platform.grant(Set.of(Role.AUDIT_ADMIN), SYSTEM, NOW);
        platform.disable(SYSTEM, NOW);
        assertThrows(Refusal.class, () -> platform.disable(SYSTEM, NOW));
        platform.enable(NOW);
        assertEquals(AccountStatus.ACTIVE, platform.status);
        assertThrows(Refusal.class, () -> platform.enable(NOW));
    }

    @Test
    @Covers("GB/T 22239 8.1.4.1 a")
    void full_width_and_capital_names_are_the_same_name() {
        assertEquals("ducha-1", Account.normal(" ＤuCha－１ "));
    }

    private void refused(String code, Set<Role> wanted) {
        Refusal refusal = assertThrows(Refusal.class, () -> platform.grant(wanted, SYSTEM, NOW));
        assertEquals(code, refusal.code());
        assertEquals(AccountStatus.PENDING, platform.status);
    }
}
