package dev.orderly.http.api;

import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Refuses unknown query parameters, and parameters and headers that are given more than once. */
final class ParameterCheck implements ContainerRequestFilter {

    @Context
    private @Nullable ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = Objects.requireNonNull(resource).getResourceMethod();
        if (method == null || !method.getDeclaringClass().getPackage().equals(ParameterCheck.class.getPackage())) {
            return;
        }
        Map<String, Boolean> known = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            if (query != null) {
                known.put(query.value(), parameter.getType().equals(List.class));
            }
            if (header != null) {
                once("header", header.value(), context.getHeaders().get(header.value()));
            }
        }
        context.getUriInfo().getQueryParameters().forEach((name, values) -> {
            Boolean repeatable = known.get(name);
            if (repeatable == null) {
                throw ProblemType.MALFORMED_REQUEST.exception("there is no query parameter \"" + name + "\" here"
                        + (known.isEmpty() ? "" : ", only: " + String.join(", ", new TreeSet<>(known.keySet()))));
            }
            if (!repeatable) {
                once("query parameter", name, values);
            }
        });
    }

    private static void once(String what, String name, @Nullable List<String> values) {
        if (values != null && values.size() > 1) {
            throw ProblemType.MALFORMED_REQUEST.exception("the " + what + " \"" + name + "\" is given more than once");
        }
    }
}
