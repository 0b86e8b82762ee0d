package org.minsheng.clients;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.ClientScope;
import org.minsheng.access.Role;
import org.minsheng.accounts.AccountStatus;

@Schema(description = "A machine client; never its secrets.")
public record ClientView(
        @Schema(description = "Id; the client_id of OAuth.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b25")
        UUID id,

        @Schema(description = "Name that the ledger tells.", examples = "区政务数据共享平台", maxLength = 100)
        String name,

        @Schema(description = "Unit that it acts for.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23")
        UUID unitId,

        @Schema(description = "Name of the unit today.", examples = "区大数据中心", maxLength = 200)
        String unitName,

        @Schema(description = "State.", examples = "ACTIVE") AccountStatus status,

        @Schema(description = "State, as people read it.", examples = "正常", maxLength = 50)
        String statusLabel,

        @Schema(description = "Scopes.", examples = "[\"client:read\"]", maxItems = 3)
        List<ClientScope> scopes,

        @Schema(description = "Scopes, as people read them.", examples = "[\"读取台账与报表\"]", maxItems = 3)
        List<String> scopeLabels,

        @Schema(description = "Secrets that are good now, oldest first.", maxItems = 2)
        List<Secret> secrets,

        @Schema(description = "Last change.", examples = "2026-03-01T01:02:03Z")
        Instant updatedAt,

        @Schema(description = "What the caller may do now.", examples = "[\"edit\"]", maxItems = 10)
        List<String> actions) {

    @Schema(name = "ClientSecretView", description = "A secret of a machine client, without itself.")
    public record Secret(
            @Schema(description = "Id.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b26")
            UUID id,

            @Schema(description = "When it was made.", examples = "2026-03-01T01:02:03Z")
            Instant createdAt,

            @Schema(description = "When it is good no longer.", examples = "2027-03-01T01:02:03Z")
            Instant expiresAt,

            @Schema(
                    description = "When a token was last got with it; null when never.",
                    examples = "2026-03-02T01:02:03Z",
                    nullable = true)
            Instant usedAt) {
        static Secret of(ClientSecret secret) {
            return new Secret(secret.id, secret.createdAt, secret.expiresAt, secret.usedAt);
        }
    }

    /** What changes without a change of the client. */
    long lastUse() {
        return secrets.stream()
                .filter(s -> s.usedAt != null)
                .mapToLong(s -> s.usedAt.toEpochMilli())
                .max()
                .orElse(0);
    }

    static ClientView of(Client client, List<ClientSecret> secrets, Actor actor) {
        List<String> actions = new ArrayList<>();
        boolean disabled = client.status == AccountStatus.DISABLED;
        if (actor.is(Role.SYSTEM_ADMIN)) {
            actions.add("edit");
            actions.add(disabled ? "enable" : "disable");
            if (secrets.size() < ClientSecrets.MOST) actions.add("addSecret");
        }
        if (actor.is(Role.SECURITY_ADMIN)) actions.add("grant");
        if (!secrets.isEmpty() && (actor.is(Role.SYSTEM_ADMIN) || actor.is(Role.SECURITY_ADMIN)))
            actions.add("endSecret");
        List<ClientScope> scopes = client.scopes.stream().sorted().toList();
        return new ClientView(
                client.id(),
                client.name,
                client.unit.id(),
                client.unit.name(),
                client.status,
                client.status.in(actor.language()),
                scopes,
                scopes.stream().map(s -> s.in(actor.language())).toList(),
                secrets.stream().map(Secret::of).toList(),
                client.updatedAt(),
                actions);
    }
}
