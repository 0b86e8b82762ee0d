package org.minsheng.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An access token for ten minutes and the refresh token that gets the next one.")
public record TokenAnswer(
        @Schema(
                description = "JWT (ES256) for the Authorization header.",
                examples = "eyJhbGciOiJFUzI1NiJ9.e30.sig",
                maxLength = 4000)
        String accessToken,

        @Schema(description = "Always Bearer.", examples = "Bearer", maxLength = 10)
        String tokenType,

        @Schema(description = "Seconds it lives.", examples = "600", minimum = "1", maximum = "900")
        long expiresIn,

        @Schema(
                description = "Opaque; works once. Absent where a cookie carries it.",
                examples = "Zm9v",
                maxLength = 100)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        String refreshToken,

        @Schema(
                description =
                        "What has to be done before anything else works: PUT /me/password, POST /me/second-factor.",
                examples = "[]",
                maxItems = 2)
        Set<Duty> duties) {
    @Override
    public String toString() {
        return "TokenAnswer[]";
    }
}
