package org.minsheng.accounts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.access.Role;

@Schema(description = "One of the first three administrators.")
public record FirstAdministrator(
        @Schema(description = "What the first start printed.", examples = "5d41402abc4b2a76b9719d911017c592")
        @NotNull
        @Size(min = 32, max = 32)
        String secret,

        @Schema(description = "One of the three administrator roles that nobody holds yet.", examples = "system-admin")
        @NotNull
        Role role,

        @Schema(description = "Name to sign in with.", examples = "sysadmin")
        @NotNull
        @Size(min = 3, max = 60)
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{2,59}")
        String username,

        @Schema(description = "Name that others see.", examples = "系统管理员") @NotBlank @Size(max = 100)
        String displayName,

        @Schema(description = "The own password.", examples = "Nine-Wheat-Fields-7", format = "password")
        @NotNull
        @Size(min = 8, max = 128)
        String password) {
    NewAccount account() {
        return new NewAccount(null, username, displayName, null, null);
    }

    @Override
    public String toString() {
        return "FirstAdministrator[" + role + ", " + username + "]";
    }
}
