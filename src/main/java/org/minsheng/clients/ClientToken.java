package org.minsheng.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An access token for ten minutes, in the words of OAuth (RFC 6749, 5.1).")
public record ClientToken(
        @Schema(
                description = "JWT (ES256) for the Authorization header.",
                examples = "eyJhbGciOiJFUzI1NiJ9.e30.sig",
                maxLength = 4000)
        @JsonProperty("access_token")
        String accessToken,

        @Schema(description = "Always Bearer.", examples = "Bearer", maxLength = 10) @JsonProperty("token_type")
        String tokenType,

        @Schema(description = "Seconds it lives.", examples = "600", minimum = "1", maximum = "900")
        @JsonProperty("expires_in")
        long expiresIn,

        @Schema(description = "What it is good for.", examples = "client:feed client:read", maxLength = 100)
        String scope) {
    @Override
    public String toString() {
        return "ClientToken[" + scope + "]";
    }
}
