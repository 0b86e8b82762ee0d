package org.minsheng.accounts;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Lets in who another issuer knows, if they have an account here. Never in a transaction while that issuer is asked. */
@ApplicationScoped
class OutsideSignIn {
    private final OutsideIssuer issuer;
    private final Proof proof;
    private final RoutingContext request;

    OutsideSignIn(OutsideIssuer issuer, Proof proof, RoutingContext request) {
        this.issuer = issuer;
        this.proof = proof;
        this.request = request;
    }

    TokenAnswers.Told open(OutsideSignInRequest given, Instant now) {
        OutsideIssuer.Person person = issuer.verify(given.idToken());
        return proof.openOutside(person, given, Origin.of(request), now);
    }
}
