package org.minsheng.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.minsheng.http.IdempotencyKeys;
import org.minsheng.http.Idempotent;
import org.minsheng.http.Refusal;

/**
 * What a machine client may ask: what a role allows that one of its scopes stands for, and otherwise reads alone. Programs
 * repeat, so whatever knows keys is asked under one.
 */
public class MachineCheck {
    public static final String MACHINE = "minsheng.machine";
    private final SecurityIdentity identity;
    private final RoutingContext context;

    MachineCheck(SecurityIdentity identity, RoutingContext context) {
        this.identity = identity;
        this.context = context;
    }

    @ServerRequestFilter
    public void check(ResourceInfo resource) {
        Machine machine = identity.getAttribute(MACHINE);
        Method method = resource.getResourceMethod();
        if (machine == null || method == null || says(resource, PermitAll.class)) return;
        if (resource.getResourceClass().isAnnotationPresent(ForPeople.class))
            throw Refusal.forbidden("client.not-people");
        String verb = context.request().method().name();
        if (!says(resource, RolesAllowed.class)) {
            if (!verb.equals("GET") && !verb.equals("HEAD")) throw Refusal.forbidden("client.not-people");
            ForScope own = method.getAnnotation(ForScope.class);
            ClientScope needed = own == null ? ClientScope.READ : own.value();
            if (!machine.scopes().contains(needed)) throw Refusal.forbidden("client.scope-missing", needed.wire());
        }
        if (method.isAnnotationPresent(Idempotent.class) && context.request().getHeader(IdempotencyKeys.HEADER) == null)
            throw Refusal.badParameter(IdempotencyKeys.HEADER, "client.idempotency-key-missing");
    }

    private static boolean says(ResourceInfo resource, Class<? extends Annotation> rule) {
        return resource.getResourceMethod().isAnnotationPresent(rule)
                || resource.getResourceClass().isAnnotationPresent(rule);
    }
}
