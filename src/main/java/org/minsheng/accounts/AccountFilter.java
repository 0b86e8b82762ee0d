package org.minsheng.accounts;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.minsheng.access.Role;
import org.minsheng.http.Keyset;
import org.minsheng.http.Refusal;

/** Which accounts. */
public record AccountFilter(
        @Parameter(description = "Only accounts of this unit.") @QueryParam("unit")
        UUID unit,

        @Parameter(description = "Only this state.") @QueryParam("status")
        AccountStatus status,

        @Parameter(description = "Only accounts with this role.", example = "reporter")
        @QueryParam("role")
        @Size(max = 20)
        String role,

        @Parameter(description = "Text in the username or the display name.") @QueryParam("q") @Size(max = 100)
        String q) {

    <R> Keyset<R> on(Keyset<R> accounts) {
        return accounts.given(unit, "u.id = :unit", "unit")
                .given(status, "a.status = :status", "status")
                .given(wantedRole(), ":role member of a.roles", "role")
                .given(
                        q == null ? null : "%" + literal(q) + "%",
                        "(a.username like :q escape '!' or a.displayName like :q escape '!')",
                        "q");
    }

    private Role wantedRole() {
        if (role == null) return null;
        try {
            return Role.of(role);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.badParameter("role", "account.unknown-role", role);
        }
    }

    private static String literal(String text) {
        return Account.normal(text).replaceAll("[!%_]", "!$0");
    }
}
