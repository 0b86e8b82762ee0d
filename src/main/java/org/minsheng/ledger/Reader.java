package org.minsheng.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.minsheng.access.Actor;
import org.minsheng.access.Role;

/**
 * What a caller may learn from the ledger: as a condition of queries about an event {@code e}, and as a test of one event.
 *
 * @param led the projects that the caller's unit leads
 */
public record Reader(Actor actor, Set<UUID> led) {
    public static final String VISIBLE = """
            e.unitPath like :reading and (:audit = true or e.audience = GOVERNMENT or e.audience = DRAFT and :drafts = true
              or e.audience = WORK and (:sees = true or e.unitPath like :working or e.projectId in :led)
              or e.audience = ACCOUNTS and :accounts = true)""";

    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("reading", actor.scope().reading());
        parameters.put("working", actor.scope().working());
        parameters.put("drafts", actor.scope().drafts());
        parameters.put("sees", actor.oversees());
        parameters.put("audit", audits());
        parameters.put("accounts", keepsAccounts());
        parameters.put("led", led);
        return parameters;
    }

    public boolean mayRead(Audience audience, String unitPath, UUID project) {
        if (!actor.scope().mayRead(unitPath)) return false;
        if (audits()) return true;
        return switch (audience) {
            case GOVERNMENT -> true;
            case DRAFT -> actor.scope().drafts();
            case WORK ->
                actor.oversees() || actor.scope().mayWorkIn(unitPath) || project != null && led.contains(project);
            case ACCOUNTS -> keepsAccounts();
            case AUDIT -> false;
        };
    }

    private boolean audits() {
        return actor.is(Role.AUDIT_ADMIN);
    }

    private boolean keepsAccounts() {
        return actor.is(Role.SYSTEM_ADMIN) || actor.is(Role.SECURITY_ADMIN);
    }
}
