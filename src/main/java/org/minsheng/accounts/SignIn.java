package org.minsheng.accounts;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.minsheng.access.Actor;
import org.minsheng.accounts.secrets.Passwords;

/**
 * Decides who signs in. Unknown, wrong, locked, inactive and too late are one answer after the same work; only who has
 * given the right password hears that a code is missing. Never in a transaction: whoever waits for the hash must not hold a
 * connection meanwhile.
 */
@ApplicationScoped
class SignIn {
    private static final Logger LOG = Logger.getLogger(SignIn.class);

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
        Credentials.Known known =
                credentials.known(Account.normal(given.username())).orElse(Credentials.Known.NOBODY);
        String hash = known.passwordHash();
        boolean right = passwords.verify(given.password(), hash);
        Proof.Given compared = new Proof.Given(right ? hash : null, given.code());
        TokenAnswers.Told told = proof.open(known.account(), compared, given.transport(), Origin.of(request), now);
        if (passwords.isOutdated(hash)) renew(known, given.password());
        return told;
    }

    /** At the next sign-in, if not now: whoever has a session must hear of it. */
    private void renew(Credentials.Known known, String password) {
        try {
            credentials.renew(known, passwords.hash(password));
        } catch (RuntimeException busy) {
            LOG.debug("A password is still kept at an earlier cost", busy);
        }
    }

    /** Gives password and code again within a session. */
    void again(Actor actor, StepUp given, Instant now) {
        String hash = credentials.known(actor.account()).passwordHash();
        if (!passwords.verify(given.password(), hash)) {
            proof.failed(actor.account(), now);
            throw Proof.wrong("/password");
        }
        proof.again(actor, new Proof.Given(hash, given.code()), now);
    }
}
