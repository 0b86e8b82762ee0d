package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses query parameters that the operation does not have, and single ones sent twice: never ignored. */
public class KnownParameters {
    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, RoutingContext context) {
        if (resource.getResourceMethod() == null || context.request().query() == null) return;
        Set<String> names = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        for (String name : context.queryParams().names()) {
            if (!names.contains(name)) throw Refusal.badParameter(name, "request.unknown-parameter", name);
            List<String> values = context.queryParams().getAll(name);
            if (values.size() > 1) throw Refusal.badParameter(name, "request.repeated-parameter", name);
        }
    }

    private static Set<String> of(Method method) {
        Set<String> names = new HashSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) names.add(query.value());
            if (parameter.isAnnotationPresent(BeanParam.class)) collect(parameter.getType(), names);
        }
        return names;
    }

    private static void collect(Class<?> bean, Set<String> names) {
        for (RecordComponent component : bean.getRecordComponents()) {
            QueryParam query = component.getAccessor().getAnnotation(QueryParam.class);
            if (query == null) {
                try {
                    query = bean.getDeclaredField(component.getName()).getAnnotation(QueryParam.class);
                } catch (NoSuchFieldException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (query != null) names.add(query.value());
        }
    }
}
