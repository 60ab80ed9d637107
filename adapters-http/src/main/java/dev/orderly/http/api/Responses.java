package dev.orderly.http.api;

import dev.orderly.order.HashChain;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** Makes responses with their entity tags. */
final class Responses {

    static final String PROBLEM = "application/problem+json";

    private static final int TAG_LENGTH = 16;

    private Responses() {}

    /**
     * A body that changes with an order; its tag begins with the order's sequence number, which {@code If-Match} needs.
     */
    static Response ofOrder(Object body, long sequence, Request request) {
        byte[] json = Json.write(body);
        return unlessNotModified(json, MediaType.APPLICATION_JSON_TYPE, sequence + "-" + hash(json), request)
                .build();
    }

    /** A body that does not belong to one order. */
    static Response of(Object body, Request request) {
        byte[] json = Json.write(body);
        return unlessNotModified(json, MediaType.APPLICATION_JSON_TYPE, hash(json), request)
                .build();
    }

    static Response.ResponseBuilder text(String text, MediaType type, Request request) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return unlessNotModified(bytes, type.withCharset("UTF-8"), hash(bytes), request);
    }

    private static Response.ResponseBuilder unlessNotModified(
            byte[] body, MediaType type, String tag, Request request) {
        EntityTag entityTag = new EntityTag(tag);
        Response.ResponseBuilder known = request.evaluatePreconditions(entityTag);
        Response.ResponseBuilder answer = known != null ? known : Response.ok(body, type);
        return answer.tag(entityTag).header(HttpHeaders.VARY, "Accept-Language, Authorization");
    }

    /** The answer to a step of an order: the order as it is then. */
    static Response.ResponseBuilder step(Response.Status status, OrderBody order) {
        byte[] json = Json.write(order);
        return Response.status(status)
                .entity(json)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .tag(order.sequence() + "-" + hash(json));
    }

    static Response problem(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM)
                .entity(Json.write(problem))
                .build();
    }

    private static String hash(byte[] bytes) {
        return HashChain.sha256(bytes).substring(0, TAG_LENGTH);
    }
}
