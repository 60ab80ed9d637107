package dev.orderly.http.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.glassfish.jersey.media.multipart.FormDataMultiPart;

/**
 * Describes the API in OpenAPI 3.1 from its code: addresses and parameters from the annotations of the resources,
 * shapes from the records, and what they mean from their JavadocReader.
 */
final class OpenApiWriter {

    private static final List<Class<?>> RESOURCES = List.of(
            OrderLookupApi.class,
            OrderListApi.class,
            OrdersApi.class,
            CasesApi.class,
            ConversationApi.class,
            WorkflowsApi.class);

    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("number", "The order's number; the address has it percent-encoded, `2026%2F118` for 2026/118."),
            Map.entry("id", "The case's number within the order."),
            Map.entry("sha256", "The file's SHA-256 in lower-case hexadecimal, as the comment has it."),
            Map.entry("name", "The workflow's name."),
            Map.entry("workflow", "Only orders of this workflow."),
            Map.entry("status", "Only orders in this status; may be given several times."),
            Map.entry("active", "Whether to leave out orders in a done status."),
            Map.entry(
                    "overdue", "Whether to leave out orders that are in time, and to begin with the longest overdue."),
            Map.entry("limit", "How many orders at most."),
            Map.entry("cursor", "Where to start, as `next` of the part before says."),
            Map.entry("dryRun", "Whether only to say what would happen."),
            Map.entry("version", "The version; left out, the latest."),
            Map.entry("format", "The language of the diagram."));

    private final SchemaWriter shapes = new SchemaWriter();

    /** The whole document. */
    Map<String, Object> document() {
        Map<String, Object> paths = new TreeMap<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : methods(resource)) {
                @SuppressWarnings("unchecked")
                Map<String, Object> path =
                        (Map<String, Object>) paths.computeIfAbsent(path(method), p -> new TreeMap<>());
                path.put(verb(method), operation(method));
            }
        }
        paths.put(OpenApiParts.EVENTS, OpenApiParts.events());
        Map<String, Object> document = new LinkedHashMap<>(OpenApiParts.head());
        document.put("paths", paths);
        Map<String, Object> components = new LinkedHashMap<>(OpenApiParts.components());
        shapes.of(Problem.class);
        components.put("schemas", shapes.all());
        document.put("components", components);
        return document;
    }

    static List<Method> methods(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(SuccessResponse.class))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    static String path(Method method) {
        return "/" + JsonApi.ROOT + "/" + method.getAnnotation(Path.class).value();
    }

    static String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod http = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (http != null) {
                return http.value().toLowerCase(Locale.ROOT);
            }
        }
        throw new IllegalStateException(method + " has no HTTP method");
    }

    private Map<String, Object> operation(Method method) {
        String text = JavadocReader.of(method);
        int end = text.indexOf(". ");
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", method.getName());
        operation.put("tags", List.of(OpenApiParts.tag(method.getDeclaringClass())));
        operation.put("summary", end < 0 ? text.replaceAll("\\.$", "") : text.substring(0, end));
        operation.put("description", text);
        if (!method.getDeclaringClass().isAnnotationPresent(Authenticated.class)) {
            operation.put("security", List.of());
        }
        List<Object> parameters = parameters(method);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        body(method, operation);
        operation.put("responses", responses(method));
        return operation;
    }

    private List<Object> parameters(Method method) {
        List<Object> parameters = new ArrayList<>();
        boolean conditional = verb(method).equals("get");
        for (Parameter parameter : method.getParameters()) {
            PathParam path = parameter.getAnnotation(PathParam.class);
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            HeaderParam header = parameter.getAnnotation(HeaderParam.class);
            if (path != null) {
                parameters.add(parameter("path", path.value(), schema(parameter, path.value())));
            } else if (query != null) {
                parameters.add(parameter("query", query.value(), schema(parameter, query.value())));
            } else if (header != null) {
                boolean demanded = method.getName().equals("addAttachments");
                parameters.add(OpenApiParts.ref("parameters", header.value() + (demanded ? "-required" : "")));
            }
        }
        if (conditional) {
            parameters.add(OpenApiParts.ref("parameters", "If-None-Match"));
        }
        if (method.getAnnotation(SuccessResponse.class).value() != byte[].class) {
            parameters.add(OpenApiParts.ref("parameters", "Accept-Language"));
        }
        return parameters;
    }

    private static Map<String, Object> parameter(String in, String name, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", in);
        parameter.put("description", PARAMETERS.get(name));
        if (in.equals("path")) {
            parameter.put("required", true);
        }
        parameter.put("schema", schema);
        return parameter;
    }

    private static Map<String, Object> schema(Parameter parameter, String name) {
        return switch (name) {
            case "active", "overdue", "dryRun" -> Map.of("type", "boolean", "default", false);
            case "limit" -> OpenApiParts.map("type", "integer", "minimum", 1, "maximum", 200, "default", 50);
            case "id", "version" -> OpenApiParts.map("type", "integer", "minimum", 1);
            case "format" ->
                OpenApiParts.map("type", "string", "enum", List.of("mermaid", "dot", "plantuml"), "default", "mermaid");
            default ->
                parameter.getType().equals(List.class)
                        ? Map.of("type", "array", "items", Map.of("type", "string"))
                        : Map.of("type", "string");
        };
    }

    private void body(Method method, Map<String, Object> operation) {
        if (!method.isAnnotationPresent(Consumes.class)) {
            return;
        }
        String type = method.getAnnotation(Consumes.class).value()[0];
        for (Parameter parameter : method.getParameters()) {
            Map<String, Object> content = new LinkedHashMap<>();
            if (parameter.getType().isRecord()) {
                content.put("schema", shapes.of(parameter.getType()));
                content.put("example", ExampleBodies.of(parameter.getType()));
            } else if (parameter.getType().equals(FormDataMultiPart.class)) {
                content.put("schema", OpenApiParts.upload());
            } else {
                continue;
            }
            operation.put("requestBody", Map.of("required", true, "content", Map.of(type, content)));
        }
    }

    private Map<String, Object> responses(Method method) {
        SuccessResponse answer = method.getAnnotation(SuccessResponse.class);
        Map<String, Object> responses = new TreeMap<>();
        responses.put(Integer.toString(answer.status()), good(method, answer));
        boolean reads = verb(method).equals("get");
        if (reads) {
            responses.put("304", OpenApiParts.ref("responses", "NotModified"));
        }
        for (String code : OpenApiParts.problems(method)) {
            responses.put(code, OpenApiParts.ref("responses", OpenApiParts.responseName(code)));
        }
        return responses;
    }

    private Map<String, Object> good(Method method, SuccessResponse answer) {
        Map<String, Object> content = new LinkedHashMap<>();
        String type = "application/json";
        if (answer.value() == byte[].class) {
            type = "application/octet-stream";
            content.put("schema", Map.of("type", "string", "format", "binary"));
        } else if (answer.value() == String.class) {
            type = "text/plain";
            content.put("schema", Map.of("type", "string"));
        } else {
            Map<String, Object> schema = shapes.of(answer.value());
            content.put("schema", answer.list() ? Map.of("type", "array", "items", schema) : schema);
            Object example = ExampleBodies.of(answer.value());
            if (example != null) {
                content.put("example", answer.list() ? List.of(example) : example);
            }
        }
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("description", OpenApiParts.described(answer));
        Map<String, Object> headers = OpenApiParts.headers(method, answer);
        if (!headers.isEmpty()) {
            response.put("headers", headers);
        }
        response.put("content", Map.of(type, content));
        return response;
    }
}
