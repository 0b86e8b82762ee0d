package org.minsheng.accounts;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.minsheng.http.Sha256;

@Path("/.well-known/jwks.json")
@Produces(TokenKeyResource.MEDIA_TYPE)
@Tag(name = "auth")
public class TokenKeyResource {
    static final String MEDIA_TYPE = "application/jwk-set+json";
    private final TokenKeys keys;

    TokenKeyResource(TokenKeys keys) {
        this.keys = keys;
    }

    @Schema(name = "TokenKeySet", description = "Public keys of access tokens (RFC 7517).")
    private record Published(
            @Schema(description = "The key that signs, then those that are recognised.", maxItems = 10)
            List<PublishedKey> keys) {}

    @Schema(name = "TokenKey", description = "A P-256 key (RFC 7518).")
    private record PublishedKey(
            @Schema(description = "Kind of key.", examples = "EC", maxLength = 10)
            String kty,

            @Schema(
                    description = "Name in the header of a token: the thumbprint of RFC 7638.",
                    examples = "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs",
                    maxLength = 50)
            String kid,

            @Schema(description = "What for.", examples = "sig", maxLength = 10)
            String use,

            @Schema(description = "Algorithm.", examples = "ES256", maxLength = 10)
            String alg,

            @Schema(description = "Curve.", examples = "P-256", maxLength = 10)
            String crv,

            @Schema(
                    description = "Point, base64url.",
                    examples = "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                    maxLength = 50)
            String x,

            @Schema(
                    description = "Point, base64url.",
                    examples = "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
                    maxLength = 50)
            String y) {}

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "getTokenKeys",
            summary = "Keys that verify access tokens",
            description =
                    "For systems that take our tokens. A new key is here before it signs, the one before until its last token has ended: ask again for an unknown `kid`, at most every five minutes.")
    @APIResponse(
            responseCode = "200",
            description = "A JWK set.",
            content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(implementation = Published.class)))
    public Response get() {
        return Response.ok(keys.published())
                .header("ETag", "\"" + HexFormat.of().formatHex(Sha256.of(keys.published()), 0, 8) + "\"")
                .header("Cache-Control", "public, max-age=300")
                .build();
    }
}
