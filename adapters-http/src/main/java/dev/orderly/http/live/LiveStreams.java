package dev.orderly.http.live;

import dev.orderly.Orders;
import dev.orderly.http.access.Access;
import dev.orderly.http.access.Caller;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Internal: serves streams of changes, as server-sent events: to the pages of orders at {@code POST /live}, by their
 * ticket, and to identified callers at {@code GET /api/v1/events}. A stream holds no thread. It ends after half an hour
 * at the latest. Thread-safe.
 */
public final class LiveStreams implements AutoCloseable {

    private static final String PAGE = "/live";
    private static final String API = "/api/v1/events";

    /** The most pages of one order that can be open at once. */
    private static final int MOST_OF_ORDER = 20;

    private static final int MOST_NUMBERS = 100;
    private static final int MOST_BYTES = 8 << 10;
    private static final int RETRY_AFTER_SECONDS = 30;

    private final ChangeFeed feed;
    private final Orders orders;
    private final Access access;
    private final Function<String, Optional<String>> tickets;
    private final int most;
    private final StreamTimings timings;
    private final StreamBroadcaster broadcaster;
    private final Consumer<OrderChange> reader;
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();
    private boolean ended;

    /**
     * Streams of the changes of a feed.
     *
     * @param tickets gives the number of the order that a ticket is for; empty for a ticket that is not good
     * @param most the most streams that can be open at once
     */
    public LiveStreams(
            ChangeFeed feed, Orders orders, Access access, Function<String, Optional<String>> tickets, int most) {
        this(feed, orders, access, tickets, most, StreamTimings.USUAL);
    }

    LiveStreams(
            ChangeFeed feed,
            Orders orders,
            Access access,
            Function<String, Optional<String>> tickets,
            int most,
            StreamTimings timings) {
        if (most < 1) {
            throw new IllegalArgumentException("there must be room for at least 1 stream, but there is for " + most);
        }
        this.feed = feed;
        this.orders = orders;
        this.access = access;
        this.tickets = tickets;
        this.most = most;
        this.timings = timings;
        broadcaster = new StreamBroadcaster(orders, timings);
        reader = broadcaster::take;
        feed.add(reader);
    }

    /** Whether a request asks for a stream. */
    public boolean isFor(HttpServletRequest request) {
        @Nullable String path = request.getPathInfo();
        return (PAGE.equals(path) && request.getMethod().equals("POST"))
                || (API.equals(path) && request.getMethod().equals("GET"));
    }

    /** Opens a stream, or answers with a problem. */
    public void serve(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getMethod().equals("POST")) {
            servePage(request, response);
        } else {
            serveCaller(request, response);
        }
    }

    private void servePage(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getQueryString() != null) {
            StreamProblem.MALFORMED_REQUEST.answer(response, "a ticket is sent in the body, never in the address");
            return;
        }
        if (request.getContentLengthLong() < 0 || request.getContentLengthLong() > MOST_BYTES) {
            StreamProblem.CONTENT_TOO_LARGE.answer(
                    response, "the body must have a length, of at most " + MOST_BYTES + " bytes");
            return;
        }
        @Nullable String ticket = request.getParameter("ticket");
        Optional<String> number = ticket == null ? Optional.empty() : tickets.apply(ticket);
        if (number.isEmpty()) {
            StreamProblem.FORBIDDEN.answer(response, "the ticket is no good, or not any more: look the order up again");
            return;
        }
        open(request, response, new PageSubscriber(number.get(), orders));
    }

    private void serveCaller(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Caller> caller = access.caller(request);
        if (caller.isEmpty()) {
            response.setHeader("WWW-Authenticate", "Bearer");
            StreamProblem.UNAUTHORIZED.answer(response, "changes are sent to identified callers only");
            return;
        }
        Map<String, String[]> parameters = request.getParameterMap();
        String[] numbers = parameters.getOrDefault("order", new String[0]);
        if (parameters.size() > (parameters.containsKey("order") ? 1 : 0) || numbers.length > MOST_NUMBERS) {
            StreamProblem.MALFORMED_REQUEST.answer(
                    response, "the only parameter is order, the number of one, up to " + MOST_NUMBERS + " times");
            return;
        }
        open(request, response, new CallerSubscriber(caller.get(), orders, Set.copyOf(Arrays.asList(numbers))));
    }

    private void open(HttpServletRequest request, HttpServletResponse response, Subscriber subscriber)
            throws IOException {
        AsyncContext context;
        EventStream stream;
        synchronized (open) {
            if (ended || open.size() >= most || isCrowded(subscriber)) {
                response.setIntHeader("Retry-After", RETRY_AFTER_SECONDS);
                StreamProblem.BUSY.answer(response, "no more streams can be open at once; come back later");
                return;
            }
            context = request.startAsync();
            context.setTimeout(0);
            stream = new EventStream(context, subscriber, timings.life(), this::forget);
            open.add(stream);
        }
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // nginx would hold events back
        broadcaster.add(stream);
        stream.start();
    }

    private boolean isCrowded(Subscriber subscriber) {
        return subscriber instanceof PageSubscriber
                && open.stream()
                                .filter(stream -> stream.subscriber().equals(subscriber))
                                .count()
                        >= MOST_OF_ORDER;
    }

    private void forget(EventStream stream) {
        open.remove(stream);
        broadcaster.remove(stream);
    }

    /**
     * Ends all streams and opens no more, so that a server that waits for its requests to end need not wait for these.
     */
    public void end() {
        synchronized (open) {
            ended = true;
        }
        broadcaster.endAll();
    }

    /** Ends all streams, and stops the threads. */
    @Override
    public void close() {
        end();
        feed.remove(reader);
        broadcaster.close();
    }
}
