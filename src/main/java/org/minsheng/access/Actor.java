package org.minsheng.access;

import java.util.Set;
import java.util.UUID;
import org.minsheng.http.Language;

/** Who asks: account, roles, part of the tree, session, language. The system itself acts as {@link #system}. */
public record Actor(UUID account, String name, Set<Role> roles, Scope scope, UUID session, Language language) {
    public static Actor system(String name) {
        return new Actor(null, name, Set.of(), Scope.everything(true), null, Language.ZH);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Supervision office and leader read all working data of their government. */
    public boolean oversees() {
        return is(Role.SUPERVISOR) || is(Role.LEADER);
    }

    public Actor as(Set<Role> others) {
        return new Actor(account, name, others, scope, session, language);
    }

    public Actor within(Scope other) {
        return new Actor(account, name, roles, other, session, language);
    }

    public Actor reading(Language wanted) {
        return wanted == language ? this : new Actor(account, name, roles, scope, session, wanted);
    }
}
