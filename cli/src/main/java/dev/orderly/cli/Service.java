package dev.orderly.cli;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.Sweeper;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.OrderlyServletBuilder;
import dev.orderly.http.live.ChangeFeed;
import dev.orderly.http.metrics.OrderlyMetrics;
import dev.orderly.http.metrics.PrometheusRegistry;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.http.server.OrderlyServerBuilder;
import dev.orderly.mail.SmtpChannel;
import dev.orderly.notification.Dispatcher;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that works while {@code serve} serves. It ends in the reverse of the order in which it began. */
final class Service implements AutoCloseable {

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final OrderStore store;
    private final List<Workflow> workflows;
    private final OrdersBuilder builder;
    private @Nullable PrometheusRegistry registry;
    private @Nullable OrderlyMetrics metrics;
    private @Nullable Dispatcher dispatcher;

    Service(Database database, List<Workflow> workflows) {
        parts.push(database);
        this.store = database.store();
        this.workflows = workflows;
        builder = ordersBuilder();
    }

    private OrdersBuilder ordersBuilder() {
        OrdersBuilder orders = Orders.builder(store);
        workflows.forEach(orders::workflow);
        return orders;
    }

    /** The same orders without notifications. */
    Orders silentOrders() {
        return ordersBuilder().withoutNotifications().build();
    }

    /** Sends messages by this channel, as soon as they are written. */
    void mailsBy(SmtpChannel smtp) {
        parts.push(smtp);
        Dispatcher sender =
                Dispatcher.builder(store).channel(NotificationRule.MAIL, smtp).build();
        parts.push(sender);
        builder.listener((order, entry) -> sender.wake());
        dispatcher = sender;
    }

    /** Counts what happens. */
    void counts() {
        PrometheusRegistry figures = new PrometheusRegistry();
        parts.push(figures);
        registry = figures;
        metrics = OrderlyMetrics.of(figures.meters()).store(store);
        builder.listener(metrics);
    }

    /** The servlet of these orders, as far as this knows it. */
    OrderlyServletBuilder servlet() {
        ChangeFeed feed = new ChangeFeed();
        Orders orders = builder.listener(feed).build();
        Sweeper sweeper = Sweeper.builder(orders).build();
        parts.push(sweeper);
        sweeper.start();
        OrderlyServletBuilder servlet = OrderlyServlet.builder(orders).changes(feed);
        if (metrics != null && registry != null) {
            servlet.listener(metrics).metrics(registry::text);
        }
        return servlet;
    }

    /** Begins to serve. */
    OrderlyServer serve(OrderlyServerBuilder server) {
        if (registry != null) {
            server.metrics(registry.meters());
        }
        OrderlyServer started = server.start();
        parts.push(started);
        if (dispatcher != null) {
            dispatcher.start();
        }
        return started;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("stopping failed: " + e.getMessage(), e);
            }
        }
    }
}
