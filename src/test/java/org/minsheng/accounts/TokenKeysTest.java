package org.minsheng.accounts;

import static org.hamcrest.Matchers.matchesRegex;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.SigningKey;
import org.minsheng.support.As;
import org.minsheng.support.Covers;

/** Keys of access tokens: published, replaced with an overlap, and never taken from a token. */
@QuarkusTest
class TokenKeysTest {
    @TempDir
    Path folder;

    @Test
    void another_system_verifies_our_tokens_with_the_published_keys() throws Exception {
        var verified = new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(published().getJsonWebKeys()))
                .setExpectedType(true, "at+jwt")
                .setExpectedIssuer("minsheng-ledger")
                .setExpectedAudience("minsheng-api")
                .build()
                .processToClaims(As.token("ducha"));
        assertEquals(List.of("supervisor"), verified.getStringListClaimValue("groups"));
    }

    @Test
    void what_is_published_can_be_kept_for_five_minutes_and_holds_no_private_key() throws JoseException {
        String text = RestAssured.get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Content-Type", "application/jwk-set+json;charset=UTF-8")
                .header("Cache-Control", "public, max-age=300")
                .header("ETag", matchesRegex("\"[0-9a-f]{16}\""))
                .extract()
                .asString();
        assertTrue(!text.contains("\"d\""), text);
        assertEquals(2, published().getJsonWebKeys().size());
    }

    @Test
    void a_token_of_the_next_key_is_taken_before_we_sign_with_it() throws Exception {
        Path next = Path.of(ConfigProvider.getConfig().getValue("minsheng.token-other-key-files", String.class));
        assertEquals(
                200, asked(resigned(TokenKey.read(next), TokenKey.read(next).id())));
    }

    @Test
    @Covers({"ASVS 7.2.1", "ASVS 9.1.1"})
    void a_token_of_an_unknown_key_is_refused_by_whatever_name_it_goes() throws Exception {
        TokenKey foreign = TokenKey.read(written("foreign.pem", SigningKey.newPem()));
        assertEquals(401, asked(resigned(foreign, foreign.id())));
        assertEquals(
                401, asked(resigned(foreign, published().getJsonWebKeys().get(0).getKeyId())));
    }

    @Test
    void the_key_before_needs_its_public_half_alone() throws Exception {
        Path signing = written("signing.pem", SigningKey.newPem());
        TokenKey before = TokenKey.read(written("before.pem", SigningKey.newPem()));
        Path half = written("half.pem", pem("PUBLIC KEY", before.publicKey().getEncoded()));
        TokenKeys keys = new TokenKeys(signing.toString(), Optional.of(List.of(half.toString())));
        assertEquals(Optional.of(before.publicKey()), keys.named(before.id()));
        assertThrows(IllegalStateException.class, () -> new TokenKeys(half.toString(), Optional.empty()));
    }

    @Test
    @Covers("ASVS 11.2.3")
    void a_key_on_another_curve_is_refused_at_the_start() throws Exception {
        KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(new ECGenParameterSpec("secp384r1"));
        Path other = written(
                "p384.pem",
                pem("PRIVATE KEY", pairs.generateKeyPair().getPrivate().getEncoded()));
        var refused = assertThrows(IllegalStateException.class, () -> TokenKey.read(other));
        assertTrue(refused.getMessage().contains("P-256"), refused.getMessage());
    }

    private static JsonWebKeySet published() throws JoseException {
        return new JsonWebKeySet(RestAssured.get("/.well-known/jwks.json").asString());
    }

    private static int asked(String token) {
        return RestAssured.given()
                .header("Authorization", "Bearer " + token)
                .get("/api/v1/me")
                .statusCode();
    }

    /** A good token's claims under another signature. */
    private static String resigned(TokenKey key, String kid) throws JoseException {
        String claims = As.token("ducha").split("\\.")[1];
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
        signature.setAlgorithmHeaderValue("ES256");
        signature.setHeader("typ", "at+jwt");
        signature.setKeyIdHeaderValue(kid);
        signature.setKey(key.privateKey());
        return signature.getCompactSerialization();
    }

    private Path written(String name, String pem) throws IOException, GeneralSecurityException {
        return Files.writeString(folder.resolve(name), pem);
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(what, Base64.getMimeEncoder().encodeToString(der), what);
    }
}
