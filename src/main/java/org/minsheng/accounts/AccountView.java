package org.minsheng.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;

@Schema(description = "An account; never its password.")
public record AccountView(
        @Schema(description = "Id.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b22")
        UUID id,

        @Schema(description = "Name to sign in with.", examples = "ybj-reporter", maxLength = 60)
        String username,

        @Schema(description = "Name that others see.", examples = "区医保局填报员", maxLength = 100)
        String displayName,

        @Schema(
                description = "Unit; null for administrators of the platform.",
                examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23",
                nullable = true)
        UUID unitId,

        @Schema(description = "Name of the unit today.", examples = "区医保局", maxLength = 200, nullable = true)
        String unitName,

        @Schema(description = "State.", examples = "ACTIVE") AccountStatus status,

        @Schema(description = "State, as people read it.", examples = "正常", maxLength = 50)
        String statusLabel,

        @Schema(description = "Roles.", examples = "[\"reporter\"]", maxItems = 8)
        List<String> roles,

        @Schema(description = "Roles, as people read them.", examples = "[\"填报员\"]", maxItems = 8)
        List<String> roleLabels,

        @Schema(description = "Last change.", examples = "2026-03-01T01:02:03Z")
        Instant updatedAt,

        @Schema(description = "What the caller may do now.", examples = "[\"edit\"]", maxItems = 10)
        List<String> actions,

        @Schema(
                description = "Made-up first password; only in the first answer to opening an account without one.",
                examples = "kT7-mQ2x-Wf9e-Zb4h",
                maxLength = 40)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String initialPassword) {
    static AccountView of(Account a, Actor actor) {
        List<String> actions = new ArrayList<>();
        if (actor.is(Role.SYSTEM_ADMIN)) {
            actions.add("edit");
            actions.add(a.status == AccountStatus.DISABLED ? "enable" : "disable");
        }
        if (actor.is(Role.SECURITY_ADMIN) && !a.id().equals(actor.account())) actions.add("grant");
        return new AccountView(
                a.id(),
                a.username,
                a.displayName,
                a.unit == null ? null : a.unit.id(),
                a.unit == null ? null : a.unit.name(),
                a.status,
                a.status.in(actor.language()),
                a.roleNames(),
                a.roleNames().stream().map(r -> Role.of(r).in(actor.language())).toList(),
                a.updatedAt(),
                actions,
                null);
    }

    AccountView telling(String password) {
        return new AccountView(
                id,
                username,
                displayName,
                unitId,
                unitName,
                status,
                statusLabel,
                roles,
                roleLabels,
                updatedAt,
                actions,
                password);
    }
}
