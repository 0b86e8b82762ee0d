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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.minsheng.access.Actor;
import org.minsheng.access.Caller;
import org.minsheng.access.Machine;
import org.minsheng.access.MachineCheck;
import org.minsheng.access.Machines;
import org.minsheng.access.Role;

/** Lets a verified token in only while its session lives, with the roles and the scope of this moment (at most 5 s old). */
@ApplicationScoped
public class Admission implements SecurityIdentityAugmentor {
    private final Accounts accounts;
    private final Machines kept;
    private final Cache<UUID, Optional<Accounts.Admitted>> admitted = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    private final Cache<UUID, Optional<Machine>> machines = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterWrite(Duration.ofSeconds(5))
            .build();

    Admission(Accounts accounts, Machines kept) {
        this.accounts = accounts;
        this.kept = kept;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token))
            return Uni.createFrom().item(identity);
        if (!token.containsClaim("sid")) {
            UUID client = UUID.fromString(token.getSubject());
            Optional<Machine> met = machines.getIfPresent(client);
            if (met != null) return Uni.createFrom().item(() -> admitMachine(identity, token, met));
            return context.runBlocking(() -> admitMachine(identity, token, machines.get(client, this::machine)));
        }
        UUID session = UUID.fromString(token.getClaim("sid"));
        Optional<Accounts.Admitted> known = admitted.getIfPresent(session);
        if (known != null) return Uni.createFrom().item(() -> admit(identity, token, known));
        return context.runBlocking(() -> admit(identity, token, admitted.get(session, accounts::admittedBy)));
    }

    /** On this instance at once, on others within 5 s. */
    void forget(UUID session) {
        admitted.invalidate(session);
    }

    public void forgetAll() {
        admitted.invalidateAll();
        machines.invalidateAll();
    }

    private Optional<Machine> machine(UUID client) {
        return Optional.ofNullable(kept.admitted(Set.of(client)).get(client));
    }

    /** What the token was given for, as far as the client still has it. */
    private static SecurityIdentity admitMachine(
            SecurityIdentity identity, JsonWebToken token, Optional<Machine> found) {
        Machine machine = found.map(
                        f -> f.within(Set.of(token.<String>getClaim("scope").split(" "))))
                .orElseThrow(() -> new AuthenticationFailedException("client ended"));
        return admitted(identity, machine.actor())
                .addAttribute(MachineCheck.MACHINE, machine)
                .build();
    }

    private static SecurityIdentity admit(
            SecurityIdentity identity, JsonWebToken token, Optional<Accounts.Admitted> found) {
        Accounts.Admitted admitted = found.filter(
                        f -> f.actor().account().toString().equals(token.getSubject()))
                .orElseThrow(() -> new AuthenticationFailedException("session ended"));
        return admitted(identity, admitted.actor())
                .addAttribute(DutyFirst.DUTIES, admitted.duties())
                .build();
    }

    private static QuarkusSecurityIdentity.Builder admitted(SecurityIdentity identity, Actor actor) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttribute(Caller.ACTOR, actor);
        for (Role role : actor.roles()) builder.addRole(role.wire());
        return builder;
    }
}
