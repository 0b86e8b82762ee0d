package org.minsheng.clients;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A secret of a machine client, told once.")
public record NewSecret(
        @Schema(description = "Id, to end it by.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b26")
        UUID id,

        @Schema(
                description = "The client_secret of OAuth: 256 random bits.",
                examples = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                maxLength = 100)
        String secret,

        @Schema(description = "When it is good no longer.", examples = "2027-03-01T01:02:03Z")
        Instant expiresAt) {
    @Override
    public String toString() {
        return "NewSecret[" + id + "]";
    }
}
