package org.minsheng.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;

@Schema(description = "An account; never its password.")
public record AccountView(
        @Schema(description = "Id.") UUID id,

        @Schema(description = "Name to sign in with.", examples = "ybj-reporter", maxLength = 60)
        String username,

        @Schema(description = "Name that others see.", examples = "区医保局填报员", maxLength = 100)
        String displayName,

        @Schema(description = "Unit.") UUID unitId,

        @Schema(description = "Name of the unit today.", examples = "区医保局", maxLength = 200)
        String unitName,

        @Schema(description = "State.") AccountStatus status,

        @Schema(description = "State, as people read it.", examples = "正常", maxLength = 50)
        String statusLabel,

        @Schema(description = "Roles.", maxItems = 8) List<String> roles,

        @Schema(description = "Roles, as people read them.", maxItems = 8)
        List<String> roleLabels,

        @Schema(description = "Last change.") Instant updatedAt,

        @Schema(description = "What the caller may do now.", maxItems = 10)
        List<String> actions) {
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
                actions);
    }
}
