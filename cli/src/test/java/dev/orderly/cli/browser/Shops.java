package dev.orderly.cli.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.OrdersBuilder;
import dev.orderly.cli.serve.DemoOrders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.OrderlyServletBuilder;
import dev.orderly.http.access.Caller;
import dev.orderly.http.live.ChangeFeed;
import dev.orderly.http.page.LookupPage;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.InMemoryOrderStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** All five shops with their demo orders on a real server, and the part of everybody but the customer. */
final class Shops implements AutoCloseable {

    static final String EMAIL = "ijon.tichy@example.com";

    final Orders orders;
    final List<LookupPage.Example> examples;
    private final Time time = new Time();
    private final AtomicInteger clients = new AtomicInteger();
    private final OrderlyServer server;

    /** Shops whose pages change when one looks again. */
    Shops() {
        this(false);
    }

    private Shops(boolean live) {
        ChangeFeed feed = new ChangeFeed();
        OrdersBuilder builder = Orders.builder(new InMemoryOrderStore())
                .withoutNotifications()
                .clock(time)
                .listener(feed);
        Presets.names().forEach(name -> builder.workflow(Presets.find(name).orElseThrow()));
        orders = builder.build();
        examples = DemoOrders.place(orders, time);
        OrderlyServletBuilder servlet = OrderlyServlet.builder(orders)
                .examples(examples)
                .clock(time)
                .access(request -> Optional.of(Caller.customer(EMAIL)))
                // one customer after another, or the tests would look up more than one client may
                .clientAddress(request -> "client-" + clients.incrementAndGet());
        server = OrderlyServer.start((live ? servlet.changes(feed) : servlet).build(), 0);
    }

    /** Shops whose pages change by themselves. */
    static Shops live() {
        return new Shops(true);
    }

    String address() {
        return "http://localhost:" + server.port() + "/";
    }

    /** Places an order of Ijon Tichy's. */
    void place(String number, String workflow, String language, String... data) {
        Request request = Request.of("place", Actor.of("customer"))
                .customer(Customer.of(EMAIL).speaking(language))
                .lines(Line.of("978-1", "Solaris", 1));
        assertThat(orders.place(number, workflow, with(request, data))).isInstanceOf(Accepted.class);
    }

    void fire(String number, String event, String role, String... data) {
        assertThat(orders.fire(number, with(Request.of(event, Actor.of(role)), data)))
                .isInstanceOf(Accepted.class);
    }

    void fireCase(String number, String event, String role, String... data) {
        assertThat(orders.fireCase(number, 1, with(Request.of(event, Actor.of(role)), data)))
                .isInstanceOf(Accepted.class);
    }

    void say(String number, String role, String text) {
        orders.comment(number, CommentRequest.of(Actor.of(role), text));
    }

    String status(String number) {
        return orders.find(number).orElseThrow().status();
    }

    void pass(Duration duration) {
        time.passed = time.passed.plus(duration);
    }

    private static Request with(Request request, String... data) {
        Request told = request;
        for (int i = 0; i < data.length; i += 2) {
            told = told.with(data[i], data[i + 1]);
        }
        return told;
    }

    @Override
    public void close() {
        server.close();
    }

    /** The real time, or later. */
    private static final class Time extends Clock {

        private volatile Duration passed = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(passed);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
