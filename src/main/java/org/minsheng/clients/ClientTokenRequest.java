package org.minsheng.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.minsheng.http.Refusal;

@Schema(description = "Client credentials (RFC 6749, 4.4); id and secret in the body or by HTTP Basic.")
public record ClientTokenRequest(
        @Schema(
                description = "Always client_credentials.",
                examples = "client_credentials",
                required = true,
                maxLength = 50)
        @JsonProperty("grant_type")
        String grantType,

        @Schema(description = "The client's id.", examples = "01997d3e-3f6a-7c1e-9d55-0a4c8a9a1b25", maxLength = 50)
        @JsonProperty("client_id")
        String clientId,

        @Schema(
                description = "One of its secrets.",
                examples = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                format = "password",
                maxLength = 200)
        @JsonProperty("client_secret")
        String clientSecret,

        @Schema(description = "What for; all it has where nothing is said.", examples = "client:read", maxLength = 100)
        String scope) {
    private static final String BASIC = "Basic ";

    static ClientTokenRequest of(MultivaluedMap<String, String> form, HttpServerRequest request) {
        String id = single(form, "client_id");
        String secret = single(form, "client_secret");
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            String[] pair = basic(header.substring(BASIC.length()).strip());
            if (secret != null || id != null && !id.equals(pair[0])) throw malformed();
            id = pair[0];
            secret = pair[1];
        }
        return new ClientTokenRequest(single(form, "grant_type"), id, secret, single(form, "scope"));
    }

    private static String[] basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            if (pair.length < 2) throw malformed();
            return new String[] {decoded(pair[0]), decoded(pair[1])};
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String single(MultivaluedMap<String, String> form, String name) {
        List<String> values = form.get(name);
        if (values == null || values.isEmpty()) return null;
        if (values.size() > 1) throw malformed();
        return values.get(0);
    }

    private static Refusal malformed() {
        return Refusal.malformed("token.request-malformed");
    }

    @Override
    public String toString() {
        return "ClientTokenRequest[" + clientId + "]";
    }
}
