package org.minsheng.accounts;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.minsheng.http.Refusal;

/** Whoever has a duty gets nothing but the operations that fulfil it. */
public class DutyFirst {
    static final String DUTIES = "minsheng.duties";
    private final SecurityIdentity identity;

    DutyFirst(SecurityIdentity identity) {
        this.identity = identity;
    }

    @ServerRequestFilter
    public void check(ResourceInfo resource) {
        Set<Duty> duties = identity.getAttribute(DUTIES);
        if (duties == null || duties.isEmpty() || resource.getResourceMethod() == null) return;
        if (!resource.getResourceMethod().isAnnotationPresent(DespiteDuty.class))
            throw Refusal.forbidden(duties.contains(Duty.PASSWORD) ? "auth.password-first" : "auth.factor-first");
    }
}
