package dev.orderly.webhook;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.notification.Notification;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Order;
import dev.orderly.store.OutboxMessage;
import java.time.Instant;
import java.util.List;

/** Notifications of a real order's steps. */
final class NotificationFixture {

    private NotificationFixture() {}

    /** A bookstore's order that is placed, paid and shipped, and asked about. */
    static Orders order(String number) {
        Orders orders = Orders.inMemory(Presets.bookstore());
        Actor customer = Actor.of("customer");
        Actor staff = Actor.of("staff", "anna.nowak");
        orders.place(
                number,
                Request.of("place", customer)
                        .withCustomer(Customer.of("jan@kowalski.example")
                                .withName("Jan Kowalski")
                                .withLanguage("pl"))
                        .with("payment", "prepaid")
                        .withTime(Instant.parse("2026-03-02T09:00:00Z")));
        orders.fire(number, Request.of("pay", Actor.of("platform")).withTime(Instant.parse("2026-03-02T09:05:00Z")));
        orders.fire(number, Request.of("release", staff).withTime(Instant.parse("2026-03-02T10:00:00Z")));
        orders.fire(
                number,
                Request.of("ship", staff)
                        .with("tracking-number", "6200001")
                        .with("carrier", "inpost")
                        .withTime(Instant.parse("2026-03-02T11:00:00.5Z")));
        orders.comment(
                number,
                CommentRequest.of(customer, "Nobody was at home").withTime(Instant.parse("2026-03-03T08:00:00Z")));
        return orders;
    }

    /** The notification of the latest step of an order. */
    static Notification last(Orders orders, String number, String role) {
        return of(orders, number, role, orders.find(number).orElseThrow().sequence());
    }

    /** The notification of the step that shipped the order. */
    static Notification shipped(String number, String role) {
        return of(order(number), number, role, 4);
    }

    private static Notification of(Orders orders, String number, String role, long sequence) {
        Order order = orders.find(number).orElseThrow();
        List<Activity> activities = orders.history(number).orElseThrow().activities();
        OutboxMessage message = new OutboxMessage(number, sequence, 0, role, "webhook");
        return Notification.of(message, activities.get((int) sequence - 1), order, orders.workflowOf(order));
    }
}
