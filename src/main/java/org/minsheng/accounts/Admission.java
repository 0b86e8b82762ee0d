package org.minsheng.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Role;

/** Lets a verified token in only while its session lives, with the roles and the scope of this moment (at most 5 s old). */
@ApplicationScoped
public class Admission implements SecurityIdentityAugmentor {
    private final Accounts accounts;
    private final Cache<UUID, Optional<Accounts.Admitted>> admitted = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Admission(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token))
            return Uni.createFrom().item(identity);
        UUID session = UUID.fromString(token.getClaim("sid"));
        Optional<Accounts.Admitted> known = admitted.getIfPresent(session);
        if (known != null) return Uni.createFrom().item(() -> admit(identity, token, known));
        return context.runBlocking(() -> admit(identity, token, admitted.get(session, accounts::admittedBy)));
    }

    /** On this instance at once, on others within 5 s. */
    void forget(UUID session) {
        admitted.invalidate(session);
    }

    void forgetAll() {
        admitted.invalidateAll();
    }

    private static SecurityIdentity admit(
            SecurityIdentity identity, JsonWebToken token, Optional<Accounts.Admitted> found) {
        Accounts.Admitted admitted = found.filter(
                        f -> f.actor().account().toString().equals(token.getSubject()))
                .orElseThrow(() -> new AuthenticationFailedException("session ended"));
        Actor actor = admitted.actor();
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttribute(Caller.ACTOR, actor)
                .addAttribute(DutyFirst.DUTIES, admitted.duties());
        for (Role role : actor.roles()) builder.addRole(role.wire());
        return builder.build();
    }
}
