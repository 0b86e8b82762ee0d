package org.minsheng.access;

import java.util.Set;
import java.util.stream.Collectors;

/** A machine client that asks, with the scopes that it has at this moment. */
public record Machine(Actor actor, Set<ClientScope> scopes) {
    /** With those of its scopes alone, and the roles that they stand for. */
    public Machine within(Set<String> wanted) {
        return of(
                actor, scopes.stream().filter(s -> wanted.contains(s.wire())).collect(Collectors.toUnmodifiableSet()));
    }

    public static Machine of(Actor actor, Set<ClientScope> scopes) {
        Set<Role> roles = scopes.stream().flatMap(s -> s.roles().stream()).collect(Collectors.toUnmodifiableSet());
        return new Machine(actor.as(roles), scopes);
    }
}
