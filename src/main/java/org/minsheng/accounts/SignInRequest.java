package org.minsheng.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Credentials", description = "Who signs in, and how the refresh token shall travel.")
public record SignInRequest(
        @Schema(description = "Name to sign in with.", examples = "ducha") @NotNull @Size(min = 1, max = 60)
        String username,

        @Schema(description = "Password.", examples = "Demo-2026-Yanzhou", format = "password")
        @NotNull
        @Size(min = 1, max = 128)
        String password,

        @Schema(description = "Code of the second factor, or a recovery code.", examples = "123456")
        @Size(min = 6, max = 40)
        String code,

        @Schema(description = "BODY where nothing is said.", examples = "BODY")
        Session.Transport transport) {
    public SignInRequest {
        if (transport == null) transport = Session.Transport.BODY;
    }

    @Override
    public String toString() {
        return "SignInRequest[" + username + "]";
    }
}
