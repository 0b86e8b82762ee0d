package org.minsheng.accounts;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        name = "OutsideCredentials",
        description = "Who signs in by another issuer, and how the refresh token shall travel.")
public record OutsideSignInRequest(
        @Schema(
                description = "ID token that the front end got from the other issuer (OpenID Connect).",
                examples = "eyJhbGciOiJSUzI1NiJ9.e30.sig",
                format = "password")
        @NotNull
        @Size(min = 1, max = 8000)
        String idToken,

        @Schema(description = "Code of our second factor, where the issuer saw none.", examples = "123456")
        @Size(min = 6, max = 40)
        String code,

        @Schema(description = "BODY where nothing is said.", examples = "BODY")
        Session.Transport transport) {
    public OutsideSignInRequest {
        if (transport == null) transport = Session.Transport.BODY;
    }

    @Override
    public String toString() {
        return "OutsideSignInRequest[]";
    }
}
