package org.minsheng.accounts;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;
import org.minsheng.access.Scope;

@Schema(description = "The caller's own account, and how far it reaches.")
public record MeView(
        @Schema(description = "Id.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b22")
        UUID id,

        @Schema(description = "Name to sign in with.", examples = "ybj-reporter", maxLength = 60)
        String username,

        @Schema(description = "Name that others see.", examples = "区医保局填报员", maxLength = 100)
        String displayName,

        @Schema(description = "State.", examples = "ACTIVE") AccountStatus status,

        @Schema(description = "State, as people read it.", examples = "正常", maxLength = 50)
        String statusLabel,

        @Schema(description = "Roles.", examples = "[\"reporter\"]", maxItems = 8)
        List<String> roles,

        @Schema(description = "Roles, as people read them.", examples = "[\"填报员\"]", maxItems = 8)
        List<String> roleLabels,

        @Schema(
                description = "Unit; null for administrators of the platform.",
                examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23",
                nullable = true)
        UUID unitId,

        @Schema(description = "Name of the unit today.", examples = "区医保局", maxLength = 200, nullable = true)
        String unitName,

        @Schema(
                description =
                        "What has to be done before anything else works: PUT /me/password, POST /me/second-factor.",
                examples = "[]",
                maxItems = 2)
        Set<Duty> duties,

        @Schema(description = "How far the account reaches.")
        Reach scope) {

    @Schema(description = "How far an account reaches.")
    public record Reach(
            @Schema(description = "Whether unit and government fence it in.", examples = "true")
            boolean fenced,

            @Schema(
                    description = "Government whose register is read; null without a fence.",
                    examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b24",
                    nullable = true)
            UUID governmentId,

            @Schema(
                    description = "Unit below which is worked; null without a fence.",
                    examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b23",
                    nullable = true)
            UUID workUnitId,

            @Schema(description = "Whether unpublished programmes are visible.", examples = "false")
            boolean drafts) {

        static Reach of(Account account, Scope scope) {
            UUID government = account.unit == null ? null : account.unit.governmentId();
            return new Reach(scope.isFenced(), government, scope.unit(), scope.drafts());
        }
    }

    static MeView of(Account a, Set<Duty> duties, Actor actor) {
        List<String> roles = a.roleNames();
        return new MeView(
                a.id(),
                a.username,
                a.displayName,
                a.status,
                a.status.in(actor.language()),
                roles,
                roles.stream().map(r -> Role.of(r).in(actor.language())).toList(),
                a.unit == null ? null : a.unit.id(),
                a.unit == null ? null : a.unit.name(),
                duties,
                Reach.of(a, actor.scope()));
    }
}
