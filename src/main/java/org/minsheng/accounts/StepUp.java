package org.minsheng.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Password and code once more, within a session.")
public record StepUp(
        @Schema(description = "Password.", examples = "Demo-2026-Yanzhou", format = "password")
        @NotNull
        @Size(min = 1, max = 128)
        String password,

        @Schema(description = "Code, where the account has a second factor.", examples = "123456")
        @Size(min = 6, max = 40)
        String code) {
    @Override
    public String toString() {
        return "StepUp[]";
    }
}
