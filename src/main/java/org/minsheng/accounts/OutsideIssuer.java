package org.minsheng.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;
import org.minsheng.http.Refusal;

/**
 * Verifies ID tokens (OpenID Connect Core 3.1.3.7) of the one issuer that is configured, with keys that are asked of it
 * again when a token names a new one. It never decides what anybody may do.
 */
@ApplicationScoped
class OutsideIssuer {
    /** @param factored whether a second factor was given there */
    record Person(String issuer, String subject, boolean factored, Instant expires) {}

    private static final Logger LOG = Logger.getLogger(OutsideIssuer.class);
    private static final int SKEW_SECONDS = 60;
    private static final long KEYS_SECONDS = 300;
    static final long KEYS_REST_MILLIS = 300;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    private final OutsideConfig config;
    private final Clock clock;
    private final Optional<JwtConsumer> consumer;

    OutsideIssuer(OutsideConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        consumer = config.issuer()
                .map(issuer -> consumer(issuer, set(config.keys(), "keys"), set(config.audience(), "audience")));
    }

    private static <T> T set(Optional<T> setting, String name) {
        return setting.orElseThrow(() ->
                new IllegalStateException("minsheng.outside.issuer needs minsheng.outside." + name + " beside it"));
    }

    private JwtConsumer consumer(String issuer, URI keys, String audience) {
        if (!"https".equals(keys.getScheme()) && !LOOPBACK.contains(keys.getHost()))
            throw new IllegalStateException("minsheng.outside.keys has to be an https address: " + keys);
        return new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        config.algorithms().toArray(String[]::new))
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(published(keys)))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    private static HttpsJwks published(URI keys) {
        HttpsJwks published = new HttpsJwks(keys.toString());
        published.setSimpleHttpGet(new KeysOutside());
        published.setDefaultCacheDuration(KEYS_SECONDS);
        // the known keys go on when the issuer does not answer for a while
        published.setRetainCacheOnErrorDuration(KEYS_SECONDS);
        // tokens that name unknown keys do not make us ask the issuer more often than this
        published.setRefreshReprieveThreshold(KEYS_REST_MILLIS);
        return published;
    }

    /** Refuses where none is configured. */
    String name() {
        return config.issuer().orElseThrow(() -> Refusal.conflict("auth.no-outside-issuer"));
    }

    Person verify(String token) {
        JwtConsumer ours = consumer.orElseThrow(() -> Refusal.conflict("auth.no-outside-issuer"));
        try {
            JwtClaims claims = ours.processToClaims(token);
            Instant now = clock.instant();
            Instant issued = Instant.ofEpochSecond(claims.getIssuedAt().getValue());
            if (issued.isAfter(now.plusSeconds(SKEW_SECONDS))
                    || issued.isBefore(now.minus(config.age()).minusSeconds(SKEW_SECONDS)))
                throw refused("made too long ago");
            String presenter = claims.getStringClaimValue("azp");
            if (presenter != null && !presenter.equals(config.audience().orElseThrow()))
                throw refused("given to another program");
            return new Person(
                    claims.getIssuer(),
                    claims.getSubject(),
                    factored(claims),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
        } catch (InvalidJwtException e) {
            if (isOut(e)) {
                LOG.warnf(
                        "the outside issuer's keys cannot be read from %s",
                        config.keys().orElseThrow());
                throw Refusal.of(503, "auth.outside-issuer-silent").retryAfter(5);
            }
            throw refused(complaints(e));
        } catch (MalformedClaimException e) {
            throw refused("a claim has the wrong form");
        }
    }

    private boolean factored(JwtClaims claims) throws MalformedClaimException {
        List<String> told = new ArrayList<>();
        if (claims.hasClaim("amr")) told.addAll(claims.getStringListClaimValue("amr"));
        if (claims.hasClaim("acr")) told.add(claims.getStringClaimValue("acr"));
        return told.stream().anyMatch(config.factor()::contains);
    }

    private static boolean isOut(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause())
            if (t instanceof UnresolvableKeyException && t.getCause() instanceof java.io.IOException) return true;
        return false;
    }

    /** What the claims lack; other complaints of the library quote the token. */
    private static String complaints(InvalidJwtException refused) {
        return refused.getErrorDetails().stream()
                .filter(d -> d.getErrorCode() != ErrorCodes.MISCELLANEOUS)
                .map(ErrorCodeValidator.Error::toString)
                .collect(Collectors.joining(", "));
    }

    /** Whoever signs in learns no more than that; the operator finds the rest in the log. */
    private static Refusal refused(String why) {
        LOG.infof(
                "a token from outside was refused: %s",
                why.isEmpty() ? "no such signature" : why.replaceAll("[^\\x20-\\x7e]", "?"));
        return Refusal.unauthenticated("auth.outside-refused");
    }
}
