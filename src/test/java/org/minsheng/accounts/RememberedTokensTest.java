package org.minsheng.accounts;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A token is verified once and then known again; that must not make it live longer. */
@QuarkusTest
class RememberedTokensTest {
    private static final Duration LEFT = Duration.ofSeconds(3);

    @Inject
    Tokens tokens;

    @Test
    void a_token_that_is_known_already_ends_when_it_says() throws ParseException {
        Instant issued = Instant.now().minus(Tokens.LIFETIME).plus(LEFT);
        String token = tokens.issue(UUID.randomUUID(), "client:read", issued);
        long ends = issued.plus(Tokens.LIFETIME).getEpochSecond();
        assertEquals(ends, tokens.parse(token, null).getExpirationTime());
        await().atMost(LEFT.multipliedBy(5)).untilAsserted(() -> {
            // known again and again until then
            assertThrows(ParseException.class, () -> tokens.parse(token, null));
        });
        assertEquals(true, Instant.now().getEpochSecond() >= ends);
    }
}
