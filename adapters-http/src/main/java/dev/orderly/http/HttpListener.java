package dev.orderly.http;

import java.time.Duration;

/**
 * A listener to what the servlet does, for metrics. It receives nothing personal, and is called on the threads that
 * answer: it must return quickly. Thread-safe.
 */
public interface HttpListener {

    /**
     * The attribute of a servlet's request that has its route, such as {@code /api/v1/orders/{number}}; a request that
     * fits none has no such attribute.
     */
    String ROUTE = "dev.orderly.http.route";

    /**
     * Called after a request was answered.
     *
     * @param method the HTTP method, as the client wrote it
     * @param route the route with its placeholders; {@code none} if the request fits no route
     * @param status the HTTP status
     * @param time from the beginning to the end of the answer
     */
    default void answered(String method, String route, int status, Duration time) {}

    /** Called after a lookup, whether it found an order or not. */
    default void lookedUp(LookupResult result) {}

    /** The result of a lookup. */
    enum LookupResult {
        /** The order was shown. */
        FOUND,
        /** No order has this number and this e-mail address. */
        UNKNOWN,
        /** There were too many tries. */
        TOO_MANY
    }
}
