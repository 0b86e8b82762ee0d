package org.minsheng.accounts;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.accounts.secrets.Passwords;
import org.minsheng.http.Refusal;

/**
 * Decides who signs in. Unknown, wrong, locked, inactive and too late are one answer after the same work; only who has
 * given the right password hears that a code is missing. Never in a transaction: whoever waits for the hash must not hold a
 * connection meanwhile.
 */
@ApplicationScoped
class SignIn {
    private final Credentials credentials;
    private final Proof proof;
    private final Passwords passwords;
    private final RoutingContext request;

    SignIn(Credentials credentials, Proof proof, Passwords passwords, RoutingContext request) {
        this.credentials = credentials;
        this.proof = proof;
        this.passwords = passwords;
        this.request = request;
    }

    TokenAnswers.Told open(SignInRequest given, Instant now) {
        Optional<Credentials.Known> known = credentials.known(Account.normal(given.username()));
        String hash = known.map(Credentials.Known::passwordHash).orElse(null);
        boolean right = passwords.verify(given.password(), hash);
        if (known.isEmpty()) throw Refusal.unauthenticated("auth.failed");
        UUID account = known.get().account();
        if (!right) {
            proof.failed(account, now);
            throw Refusal.unauthenticated("auth.failed");
        }
        String better = passwords.isOutdated(hash) ? passwords.hash(given.password()) : null;
        return proof.open(
                account, new Proof.Given(hash, better, given.code()), given.transport(), Origin.of(request), now);
    }

    /** Gives password and code again within a session. */
    void again(Actor actor, StepUp given, Instant now) {
        String hash = credentials.known(actor.account()).passwordHash();
        if (!passwords.verify(given.password(), hash)) {
            proof.failed(actor.account(), now);
            throw Proof.wrong("/password");
        }
        proof.again(actor, new Proof.Given(hash, null, given.code()), now);
    }
}
