package dev.orderly.http;

import java.time.Duration;

/** Hears what the servlet does, for figures; never anything personal. Called on the threads that answer: be quick. Thread-safe. */
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
     * @param route the route, without what stands in its places; {@code none} where it fits none
     * @param status the HTTP status
     * @param time from the beginning to the end of the answer
     */
    default void answered(String method, String route, int status, Duration time) {}

    /** Called when somebody looked an order up, or tried to. */
    default void lookedUp(LookupResult result) {}

    /** What came of a lookup. */
    enum LookupResult {
        /** The order was shown. */
        FOUND,
        /** There is no such order, or it is another's. */
        UNKNOWN,
        /** There were too many tries. */
        TOO_MANY
    }
}
