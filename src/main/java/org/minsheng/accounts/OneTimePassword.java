package org.minsheng.accounts;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A password that its owner has to change.")
public record OneTimePassword(
        @Schema(description = "Told once.", examples = "Aa2-kT7mQ2-xWf9eZ-b4hPq8", maxLength = 40)
        String initialPassword,

        @Schema(description = "Dead from then on.", examples = "2026-03-02T01:02:03Z")
        Instant until) {
    @Override
    public String toString() {
        return "OneTimePassword[]";
    }
}
