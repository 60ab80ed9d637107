package dev.orderly.mail;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.notification.Channel;
import dev.orderly.notification.Dispatcher;
import dev.orderly.notification.DispatcherBuilder;
import dev.orderly.notification.Notification;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OutboxMessage;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A shop in memory whose notifications are looked at as the dispatcher gives them to a channel. */
public final class TestShop {

    public static final Customer ANNA =
            Customer.of("anna@example.org").withName("Anna Żółć").withLanguage("pl");

    private final InMemoryOrderStore store = new InMemoryOrderStore();
    private final Orders orders;
    private final Workflow workflow;
    private Instant now = Instant.parse("2026-05-04T08:12:00Z");

    public TestShop(Workflow workflow) {
        this.workflow = workflow;
        orders = Orders.builder(store).workflow(workflow).clock(clock()).build();
    }

    /** An order of two lines, placed; the data are written {@code field=value}. */
    public TestShop place(String number, Customer customer, String... data) {
        return place(
                number,
                customer,
                List.of(Line.of("978-83-01", "Atlas ptaków", 1), Line.of("978-83-02", "Kroniki nadrzeczne", 2)),
                data);
    }

    public TestShop place(String number, Customer customer, List<Line> lines, String... data) {
        Request request = with(Request.of("place", Actor.of("customer")), data)
                .withCustomer(customer)
                .withLines(lines.toArray(Line[]::new));
        return accept(orders.place(number, request));
    }

    public TestShop fire(String number, String event, String role, String... data) {
        later();
        return accept(orders.fire(number, with(Request.of(event, Actor.of(role)), data)));
    }

    /** The same for some units of a line only. */
    public TestShop fire(String number, String event, String role, LineQuantity units, String... data) {
        later();
        return accept(orders.fire(
                number, with(Request.of(event, Actor.of(role)), data).withItems(units)));
    }

    public TestShop open(String number, String type, String event, String... data) {
        later();
        return accept(orders.openCase(number, type, with(Request.of(event, Actor.of("customer")), data)));
    }

    public TestShop fireCase(String number, String event, String role, String... data) {
        later();
        return accept(orders.fireCase(number, 1, with(Request.of(event, Actor.of(role)), data)));
    }

    public Orders orders() {
        return orders;
    }

    /** What the dispatcher would send. */
    public List<Notification> notifications() {
        List<Notification> seen = new ArrayList<>();
        send(seen::add);
        return seen;
    }

    /** What the dispatcher would send last. */
    public Notification notification() {
        List<Notification> seen = notifications();
        return seen.get(seen.size() - 1);
    }

    /** Sends what waits, through a channel for mails and text messages. */
    public void send(Channel channel) {
        dispatcher(channel).build().run();
    }

    public DispatcherBuilder dispatcher(Channel channel) {
        return Dispatcher.builder(store).clock(clock()).channel("mail", channel).channel("sms", channel);
    }

    public TestShop say(String number, CommentRequest request) {
        later();
        orders.comment(number, request);
        return this;
    }

    /** A message about the order's latest entry to a role that the outbox would not have it for. */
    public Notification stray(String number, String to) {
        var order = orders.find(number).orElseThrow();
        var history = orders.history(number).orElseThrow().activities();
        OutboxMessage message = new OutboxMessage(number, order.sequence(), 0, to, "mail");
        return Notification.of(message, history.get(history.size() - 1), order, workflow);
    }

    public TestShop pass(Duration time) {
        now = now.plus(time);
        return this;
    }

    public void sweep() {
        orders.sweep();
    }

    private void later() {
        pass(Duration.ofMinutes(5));
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private TestShop accept(Decision decision) {
        if (!(decision instanceof Accepted)) {
            throw new IllegalArgumentException("refused: " + decision);
        }
        return this;
    }

    private static Request with(Request request, String... data) {
        Request all = request;
        for (String value : data) {
            int sign = value.indexOf('=');
            all = all.with(value.substring(0, sign), value.substring(sign + 1));
        }
        return all;
    }
}
