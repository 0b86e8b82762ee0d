package org.minsheng.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.HeaderParameterNames;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.minsheng.http.Sha256;

/** Access tokens (RFC 9068): ES256, ten minutes. Stricter than the framework: typ, jti, lifetime and kid are checked. */
@Alternative
@Priority(1)
@ApplicationScoped
public class Tokens extends JWTCallerPrincipalFactory {
    public static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int SKEW_SECONDS = 60;
    private static final String AUDIENCE = "minsheng-api";
    private static final String TYPE = "at+jwt";

    /** One spelling for one token: no padding, and no spare bits in the last character of a 64-byte signature. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]{85}[AQgw]");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final TokenKeys keys;
    private final Clock clock;
    private final String issuer;
    private final JwtConsumer consumer;

    /** By digest, so that a heap dump shows no tokens; a busy client pays for the signature once. */
    private final Cache<String, JWTCallerPrincipal> verified =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(LONGEST).build();

    /** What was checked beforehand, for the request that it belongs to. */
    private final Cache<String, ParseException> refused = Caffeine.newBuilder()
            .maximumSize(1_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Tokens(
            TokenKeys keys,
            Clock clock,
            @ConfigProperty(name = "minsheng.tokens.issuer", defaultValue = "minsheng-ledger") String issuer) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
        VerificationKeyResolver ours = (signature, nesting) -> {
            for (String extension : List.of(HeaderParameterNames.CRITICAL, HeaderParameterNames.ZIP))
                if (signature.getHeaders().getObjectHeaderValue(extension) != null)
                    throw new UnresolvableKeyException("we know no extension");
            return keys.named(signature.getKeyIdHeaderValue())
                    .orElseThrow(() -> new UnresolvableKeyException("unknown kid"));
        };
        consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver(ours)
                .setExpectedType(true, TYPE)
                .setExpectedIssuer(issuer)
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setRequireJwtId()
                .build();
    }

    String issue(Account account, UUID session, Instant now) {
        return signed(
                Jwt.issuer(issuer)
                        .subject(account.id().toString())
                        .upn(account.username)
                        .groups(Set.copyOf(account.roleNames()))
                        .claim("sid", session.toString())
                        .claim(
                                "unit",
                                account.unit == null ? "" : account.unit.id().toString()),
                now);
    }

    /** For a machine client: without a session, for the scopes that it asked for. */
    public String issue(UUID client, String scope, Instant now) {
        return signed(
                Jwt.issuer(issuer)
                        .subject(client.toString())
                        .upn("client:" + client)
                        .claim("client_id", client.toString())
                        .claim("scope", scope),
                now);
    }

    private String signed(JwtClaimsBuilder claims, Instant now) {
        return claims.audience(AUDIENCE)
                .claim("jti", UUID.randomUUID().toString())
                .issuedAt(now)
                .expiresAt(now.plus(LIFETIME))
                .jws()
                .type(TYPE)
                .keyId(keys.signing.id())
                .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.ES256)
                .sign(keys.signing.privateKey());
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo context) throws ParseException {
        String digest = digest(token);
        JWTCallerPrincipal known = remembered(digest);
        if (known != null) return known;
        ParseException checked = refused.asMap().remove(digest);
        if (checked != null) throw checked;
        JWTCallerPrincipal caller = verify(token);
        verified.put(digest, caller);
        return caller;
    }

    /** Beforehand, where a millisecond holds nobody up. */
    void check(String token) {
        String digest = digest(token);
        if (remembered(digest) != null) return;
        try {
            verified.put(digest, verify(token));
        } catch (ParseException no) {
            refused.put(digest, no);
        }
    }

    boolean knows(String token) {
        return remembered(digest(token)) != null;
    }

    private JWTCallerPrincipal remembered(String digest) {
        JWTCallerPrincipal known = verified.getIfPresent(digest);
        return known != null && known.getExpirationTime() > clock.instant().getEpochSecond() ? known : null;
    }

    private JWTCallerPrincipal verify(String token) throws ParseException {
        if (!COMPACT.matcher(token).matches()) throw new ParseException("spelling");
        try {
            JwtClaims claims = consumer.processToClaims(token);
            long issued = claims.getIssuedAt().getValue();
            if (claims.getExpirationTime().getValue() - issued > LONGEST.toSeconds()
                    || issued > NumericDate.fromMilliseconds(clock.millis()).getValue() + SKEW_SECONDS)
                throw new ParseException("lifetime");
            if (claims.getAudience().size() != 1 || claims.getJwtId().isBlank())
                throw new ParseException("audience, jti");
            if (!isId(claims.getSubject()) || !(isOfSession(claims) || isOfClient(claims)))
                throw new ParseException("ids");
            return new DefaultJWTCallerPrincipal(TYPE, claims);
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new ParseException("refused", e);
        }
    }

    private static boolean isOfSession(JwtClaims claims) throws MalformedClaimException {
        return isId(claims.getStringClaimValue("sid")) && !claims.hasClaim("client_id");
    }

    private static boolean isOfClient(JwtClaims claims) throws MalformedClaimException {
        return !claims.hasClaim("sid")
                && claims.getSubject().equals(claims.getStringClaimValue("client_id"))
                && claims.getStringClaimValue("scope") != null;
    }

    private static boolean isId(String text) {
        return text != null && ID.matcher(text).matches();
    }

    private static String digest(String token) {
        return HexFormat.of().formatHex(Sha256.of(token));
    }
}
