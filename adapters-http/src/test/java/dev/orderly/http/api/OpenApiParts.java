package dev.orderly.http.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The parts of the description that many operations share, and those that no code says. */
final class OpenApiParts {

    private static final Map<String, String> RESPONSES = Map.ofEntries(
            Map.entry("400", "MalformedRequest"),
            Map.entry("401", "Unauthorized"),
            Map.entry("403", "Forbidden"),
            Map.entry("404", "NotFound"),
            Map.entry("406", "NotAcceptable"),
            Map.entry("409", "OrderRefused"),
            Map.entry("412", "OrderChanged"),
            Map.entry("413", "ContentTooLarge"),
            Map.entry("415", "UnsupportedMediaType"),
            Map.entry("422", "InvalidData"),
            Map.entry("429", "TooManyRequests"),
            Map.entry("500", "InternalError"),
            Map.entry("503", "Busy"));

    /** The path of the stream of changes. No resource serves it, since a stream outlasts its request. */
    static final String EVENTS = "/" + JsonApi.ROOT + "/events";

    private OpenApiParts() {}

    static Map<String, Object> events() {
        Map<String, Object> responses = map(
                "200",
                map(
                        "description",
                        "Server-sent events named `change`, until half an hour is over.",
                        "content",
                        map(
                                "text/event-stream",
                                map(
                                        "schema",
                                        map("type", "string"),
                                        "example",
                                        "event: change\ndata: {\"order\":\"2026/118\",\"sequence\":2,\"type\":\"transition\","
                                                + "\"event\":\"pay\",\"status\":\"in-progress\","
                                                + "\"at\":\"2026-11-20T09:21:40Z\"}\n\n"))));
        for (String code : List.of("400", "401", "503")) {
            responses.put(code, ref("responses", responseName(code)));
        }
        return map(
                "get",
                map(
                        "operationId",
                        "streamChanges",
                        "tags",
                        List.of("orders"),
                        "summary",
                        "Stream changes of orders",
                        "description",
                        "Changes of the orders that exist for the caller, as server-sent events. After a break, earlier events"
                                + " are not repeated: read the orders anew. Not served where the server has no feed.",
                        "security",
                        List.of(map("key", List.of())),
                        "parameters",
                        List.of(map(
                                "name",
                                "order",
                                "in",
                                "query",
                                "description",
                                "Only changes of this order; may be given up to a hundred times.",
                                "schema",
                                map("type", "array", "maxItems", 100, "items", map("type", "string")))),
                        "responses",
                        responses));
    }

    static Map<String, Object> head() {
        return map(
                "openapi",
                "3.1.0",
                "info",
                map(
                        "title",
                        "Orderly",
                        "version",
                        "1",
                        "summary",
                        "Find, place and move orders, and learn why an event is refused.",
                        "description",
                        "A caller is identified by a key, by the sign-in of the application around the API, or, for one"
                                + " order and half an hour, by the ticket of a lookup. An order that does not exist for"
                                + " the caller is answered like an unknown number. Failures are answered by a problem"
                                + " (RFC 9457). Paths are relative to where the servlet is mounted.",
                        "license",
                        map("name", "Apache-2.0", "identifier", "Apache-2.0")),
                "servers",
                List.of(map("url", "/", "description", "The server that this document comes from")),
                "tags",
                List.of(
                        map("name", "lookup", "description", "For customers who know an order's number"),
                        map("name", "orders", "description", "Orders and their history"),
                        map("name", "cases", "description", "Cases of an order, such as incidents and returns"),
                        map("name", "conversation", "description", "Comments and files"),
                        map("name", "workflows", "description", "The workflows that orders follow")),
                "security",
                List.of(map("key", List.of()), map("ticket", List.of())));
    }

    static Map<String, Object> components() {
        return map(
                "securitySchemes",
                map(
                        "key",
                        map("type", "http", "scheme", "bearer", "description", "A key that the shop hands out."),
                        "ticket",
                        map(
                                "type",
                                "apiKey",
                                "in",
                                "header",
                                "name",
                                "Authorization",
                                "description",
                                "`Ticket`, a space, and the ticket that a lookup gave.")),
                "parameters",
                map(
                        "Idempotency-Key",
                        key(false),
                        "Idempotency-Key-required",
                        key(true),
                        "If-Match",
                        header(
                                "If-Match",
                                "The `ETag` of the order as the client last read it. The request fails with 412 if the order has changed.",
                                "\"4-0f1e2d3c4b5a6978\""),
                        "If-None-Match",
                        header("If-None-Match", "The `ETag` of what the client has already.", "\"4-0f1e2d3c4b5a6978\""),
                        "Accept-Language",
                        header("Accept-Language", "The languages to answer in.", "pl, en;q=0.5")),
                "headers",
                map(
                        "ETag",
                        map(
                                "description",
                                "Identifies this state of the resource. That of an order can be sent as `If-Match`.",
                                "schema",
                                map("type", "string")),
                        "Location",
                        map(
                                "description",
                                "The address of the new resource.",
                                "schema",
                                map("type", "string", "format", "uri-reference")),
                        "Link",
                        map(
                                "description",
                                "With `rel=\"next\"`, the address of the next part; left out at the end.",
                                "schema",
                                map("type", "string"))),
                "responses",
                responses());
    }

    private static Map<String, Object> responses() {
        Map<String, Object> responses =
                map("NotModified", map("description", "Not modified: the client has the current state."));
        for (ProblemType kind : ProblemType.values()) {
            Problem problem = ProblemExamples.of(kind);
            String name = RESPONSES.get(Integer.toString(problem.status()));
            if (name == null || responses.containsKey(name)) {
                continue; // no operation answers it, or another kind of the same code is the example
            }
            Map<String, Object> response = map("description", problem.title() + ".");
            if (kind == ProblemType.TOO_MANY_REQUESTS || kind == ProblemType.BUSY) {
                response.put(
                        "headers",
                        map(
                                "Retry-After",
                                map("description", "How many seconds to wait.", "schema", map("type", "integer"))));
            }
            response.put(
                    "content",
                    map(
                            Responses.PROBLEM,
                            map("schema", map("$ref", "#/components/schemas/Problem"), "example", problem)));
            responses.put(name, response);
        }
        return responses;
    }

    private static Map<String, Object> key(boolean required) {
        Map<String, Object> header = header(
                "Idempotency-Key",
                "Identifies this request: one that was accepted is carried out once, and repeated with the same key within four"
                        + " weeks it gets the same answer; one that was refused is decided anew.",
                "6f1c2b1e-8a0c-4f53-9d5e-3f5f7f0f2a11");
        if (required) {
            header.put("required", true);
        }
        return header;
    }

    private static Map<String, Object> header(String name, String description, String example) {
        return map(
                "name",
                name,
                "in",
                "header",
                "description",
                description,
                "schema",
                map("type", "string"),
                "example",
                example);
    }

    static String tag(Class<?> resource) {
        return switch (resource.getSimpleName()) {
            case "OrderLookupApi" -> "lookup";
            case "CasesApi" -> "cases";
            case "ConversationApi" -> "conversation";
            case "WorkflowsApi" -> "workflows";
            default -> "orders";
        };
    }

    /** The status codes of the problems that an operation can answer. */
    static Set<String> problems(Method method) {
        Set<String> codes = new TreeSet<>(List.of("400", "406", "500"));
        String path = OpenApiWriter.path(method);
        boolean writes = !OpenApiWriter.verb(method).equals("get");
        if (method.getDeclaringClass().isAnnotationPresent(Authenticated.class)) {
            codes.add("401");
        } else {
            codes.addAll(List.of("404", "429"));
        }
        if (path.contains("{")) {
            codes.add("404");
        }
        if (method.isAnnotationPresent(Consumes.class)) {
            codes.addAll(List.of("413", "415", "422"));
        }
        if (Set.of("placeOrder", "addComment", "addAttachments", "setMuted").contains(method.getName())) {
            codes.add("403");
        }
        if (writes && path.contains("orders")) {
            codes.add("503");
        }
        if (takes(method, HttpHeaders.IF_MATCH)) {
            codes.addAll(List.of("409", "412"));
        }
        if (method.getName().equals("placeOrder")) {
            codes.add("409");
        }
        return codes;
    }

    private static boolean takes(Method method, String header) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(annotation -> annotation != null && annotation.value().equals(header));
    }

    static String responseName(String code) {
        return Objects.requireNonNull(RESPONSES.get(code), code);
    }

    static String described(SuccessResponse answer) {
        if (answer.value() == byte[].class) {
            return "The file.";
        }
        if (answer.value() == String.class) {
            return "The text.";
        }
        if (answer.value() == Map.class) {
            return "The workflow.";
        }
        String what = JavadocReader.of(answer.value()).replaceAll("\\. .*|\\.$", "");
        return answer.list() ? "A list, of which each is: " + what + "." : what + ".";
    }

    static Map<String, Object> headers(Method method, SuccessResponse answer) {
        Map<String, Object> headers = new LinkedHashMap<>();
        boolean reads = OpenApiWriter.verb(method).equals("get");
        if (reads || answer.value() == OrderBody.class) {
            headers.put("ETag", ref("headers", "ETag"));
        }
        if (answer.status() == 201 && answer.value() == OrderBody.class) {
            headers.put("Location", ref("headers", "Location"));
        }
        if (method.getName().equals("listOrders")) {
            headers.put("Link", ref("headers", "Link"));
        }
        return headers;
    }

    static Map<String, Object> upload() {
        return map(
                "type",
                "object",
                "properties",
                map(
                        "text",
                        map("type", "string", "description", "The text of the comment."),
                        "internal",
                        map("type", "boolean", "description", "Whether the comment is kept from the customer."),
                        "file",
                        map(
                                "type",
                                "array",
                                "maxItems",
                                10,
                                "items",
                                map("type", "string", "format", "binary"),
                                "description",
                                "The files.")));
    }

    static Map<String, Object> ref(String kind, String name) {
        return map("$ref", "#/components/" + kind + "/" + name);
    }

    /** A map in the order of its entries. */
    static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put((String) entries[i], entries[i + 1]);
        }
        return map;
    }
}
