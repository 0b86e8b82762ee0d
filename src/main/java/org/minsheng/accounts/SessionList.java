package org.minsheng.accounts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Sessions of one account.")
public record SessionList(
        @Schema(description = "Newest use first.", maxItems = 100)
        List<Item> items) {

    @Schema(name = "SessionItem", description = "One sign-in.")
    public record Item(
            @Schema(description = "Id.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b25")
            UUID id,

            @Schema(description = "Signed in.", examples = "2026-03-01T01:02:03Z")
            Instant createdAt,

            @Schema(description = "Last access token.", examples = "2026-03-01T01:12:03Z")
            Instant usedAt,

            @Schema(description = "Ends at the latest.", examples = "2026-03-01T13:02:03Z")
            Instant expiresAt,

            @Schema(description = "How its refresh token travels.")
            Session.Transport transport,

            @Schema(
                    description = "Program, in its own words.",
                    examples = "curl/8.5.0",
                    maxLength = 200,
                    nullable = true)
            String client,

            @Schema(description = "Address it signed in from.", examples = "10.2.3.4", maxLength = 45, nullable = true)
            String address,

            @Schema(description = "Whether it is the one that asks.", examples = "true")
            boolean current) {}

    static SessionList of(List<Session> sessions, UUID current) {
        return new SessionList(sessions.stream()
                .map(s -> new Item(
                        s.id,
                        s.createdAt,
                        s.usedAt,
                        s.expiresAt,
                        s.transport,
                        s.client,
                        s.address,
                        s.id.equals(current)))
                .toList());
    }
}
