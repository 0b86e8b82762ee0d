package org.minsheng.accounts;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A refresh token; absent where the cookie carries it.")
public record RefreshToken(
        @Schema(description = "The refresh token of the answer before.", examples = "Zm9v") @Size(min = 1, max = 100)
        String refreshToken) {
    @Override
    public String toString() {
        return "RefreshToken[]";
    }
}
