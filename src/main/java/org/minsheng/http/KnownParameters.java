package org.minsheng.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters that the operation does not have, single ones sent twice, and values of queries and paths that
 * are not of their type: never ignored, and never the framework's 404.
 */
public class KnownParameters {
    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo uri, RoutingContext context) {
        if (resource.getResourceMethod() == null) return;
        for (Parameter parameter : resource.getResourceMethod().getParameters()) {
            PathParam path = parameter.getAnnotation(PathParam.class);
            if (path != null) fits(path.value(), uri.getPathParameters().getFirst(path.value()), parameter.getType());
        }
        if (context.request().query() == null) return;
        Map<String, Class<?>> types = known.computeIfAbsent(resource.getResourceMethod(), KnownParameters::of);
        for (String name : context.queryParams().names()) {
            if (!types.containsKey(name)) throw Refusal.badParameter(name, "request.unknown-parameter", name);
            List<String> values = context.queryParams().getAll(name);
            if (values.size() > 1) throw Refusal.badParameter(name, "request.repeated-parameter", name);
            fits(name, values.get(0), types.get(name));
        }
    }

    private static void fits(String name, String value, Class<?> type) {
        if (!ParameterForm.fits(value, type))
            throw Refusal.badParameter(name, "request.unreadable-parameter", name, ParameterForm.said(type));
    }

    private static Map<String, Class<?>> of(Method method) {
        Map<String, Class<?>> types = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) types.put(query.value(), parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) collect(parameter.getType(), types);
        }
        return types;
    }

    private static void collect(Class<?> bean, Map<String, Class<?>> types) {
        for (RecordComponent component : bean.getRecordComponents()) {
            QueryParam query = component.getAccessor().getAnnotation(QueryParam.class);
            if (query == null) {
                try {
                    query = bean.getDeclaredField(component.getName()).getAnnotation(QueryParam.class);
                } catch (NoSuchFieldException e) {
                    throw new IllegalStateException(e);
                }
            }
            if (query != null) types.put(query.value(), component.getType());
        }
    }
}
