package org.minsheng.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The present password and the next one.")
public record PasswordChange(
        @Schema(description = "The present password.", examples = "Demo-2026-Yanzhou", format = "password")
        @NotNull
        @Size(min = 1, max = 128)
        String currentPassword,

        @Schema(
                description =
                        "The next one: by default at least 10 characters of three classes or 15 of any, no common one,"
                                + " no name of person, unit or system, none of the last five.",
                examples = "Nine-Wheat-Fields-7",
                format = "password")
        @NotNull
        @Size(min = 8, max = 128)
        String newPassword) {
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
