package dev.orderly.http.metrics;

import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.http.HttpListener;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OrderStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Metrics of orders and of HTTP requests, in a registry of Micrometer's. Give it to the orders as a listener, and to
 * the servlet. There are as many series as there are routes, workflows, events and reasons, however many orders and
 * clients there are, and nothing in them is personal. Thread-safe.
 *
 * <ul>
 *   <li>{@code orderly.http.requests}: a timer by {@code method}, {@code route} and {@code status}
 *   <li>{@code orderly.lookups}: by {@code result}, which is {@code found}, {@code unknown} or {@code too-many}
 *   <li>{@code orderly.transitions}: accepted transitions, by {@code workflow} and {@code event}
 *   <li>{@code orderly.refusals}: refused requests, by {@code workflow} ({@code none} where there is no such
 *       order) and the {@code code} of the first reason
 *   <li>{@code orderly.outbox.waiting}, {@code orderly.outbox.dead.lettered}, {@code orderly.outbox.oldest}
 *       in seconds: the messages that are to be sent
 *   <li>{@code orderly.orders.unreadable}: the orders that this node met and that cannot be read, of a thousand at most
 * </ul>
 */
public final class OrderlyMetrics implements OrderListener, HttpListener {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final String NONE = "none";

    private final MeterRegistry registry;

    private OrderlyMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Metrics in a registry. */
    @SuppressWarnings("exports") // transitive, the optional module would be needed by all users
    public static OrderlyMetrics of(MeterRegistry registry) {
        return new OrderlyMetrics(registry);
    }

    /** Adds the metrics of a store and its outbox, which is queried when they are read, once in ten seconds at most. */
    public OrderlyMetrics store(OrderStore store) {
        OutboxGauges.bind(registry, store.outbox());
        Gauge.builder("orderly.orders.unreadable", () -> store.unreadable().size())
                .description("Orders that were met and cannot be read")
                .register(registry);
        return this;
    }

    @Override
    public void answered(String method, String route, int status, Duration time) {
        Timer.builder("orderly.http.requests")
                .description("Requests that were answered")
                .tag("method", METHODS.contains(method) ? method : "OTHER")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(registry)
                .record(time);
    }

    @Override
    public void lookedUp(LookupResult result) {
        Counter.builder("orderly.lookups")
                .description("Tries to look an order up by number and e-mail address")
                .tag("result", result.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .register(registry)
                .increment();
    }

    @Override
    public void changed(Order order, Activity entry) {
        if (entry instanceof TransitionEntry step) {
            Counter.builder("orderly.transitions")
                    .description("Steps of orders and of their cases")
                    .tag("workflow", order.workflow())
                    .tag("event", step.event())
                    .register(registry)
                    .increment();
        }
    }

    @Override
    public void refused(@Nullable Order order, Request request, Rejected refusal) {
        Counter.builder("orderly.refusals")
                .description("Requests that were refused")
                .tag("workflow", order == null ? NONE : order.workflow())
                .tag("code", refusal.code())
                .register(registry)
                .increment();
    }
}
