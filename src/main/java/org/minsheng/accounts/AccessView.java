package org.minsheng.accounts;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How an account gets in: never a password, a seed or a code.")
public record AccessView(
        @Schema(description = "Locked until; null where it is not.", examples = "2026-03-01T01:17:03Z", nullable = true)
        Instant lockedUntil,

        @Schema(description = "Last sign-in.", examples = "2026-03-01T01:02:03Z", nullable = true)
        Instant signedInAt,

        @Schema(description = "When the password was set.", examples = "2026-03-01T01:02:03Z")
        Instant passwordSetAt,

        @Schema(
                description = "A one-time password works until then; null where the owner has set it.",
                examples = "2026-03-02T01:02:03Z",
                nullable = true)
        Instant passwordUntil,

        @Schema(description = "Since when it has a second factor.", examples = "2026-03-01T01:02:03Z", nullable = true)
        Instant secondFactorSince,

        @Schema(
                description = "Who the owner is at the other issuer; null where nobody.",
                examples = "f3a1c2d4-5b6e-4f70-8a9b-0c1d2e3f4a5b",
                maxLength = 255,
                nullable = true)
        String outsideSubject,

        @Schema(description = "Live sessions, newest use first.", maxItems = 100)
        List<SessionList.Item> sessions) {
    static AccessView of(Credential c, String outsideSubject, List<Session> sessions, Instant now) {
        return new AccessView(
                c.isLocked(now) ? c.lockedUntil : null,
                c.usedAt,
                c.passwordSetAt,
                c.passwordUntil,
                c.factorSince,
                outsideSubject,
                SessionList.of(sessions, null).items());
    }
}
