package dev.orderly.mail.inbound;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Order;
import dev.orderly.store.OutboxMessage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** A real order, and mails about it as they come over the wire. */
final class Mails {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T12:00:00Z"), ZoneOffset.UTC);
    static final String NUMBER = "2026/118";
    static final ReplyTokens TOKENS = ReplyTokens.builder("reply+{token}@shop.example")
            .key(1, "a key of these tests, long enough by far".getBytes(StandardCharsets.UTF_8))
            .clock(CLOCK)
            .build();

    private Mails() {}

    /** A bookstore with one order, whose customer reads Polish. */
    static Orders orders() {
        Orders orders = Orders.inMemory(Presets.bookstore());
        place(orders, NUMBER);
        return orders;
    }

    static void place(Orders orders, String number) {
        orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .withCustomer(Customer.of("jan@kowalski.example")
                                .withName("Jan Kowalski")
                                .withLanguage("pl"))
                        .with("payment", "prepaid")
                        .withTime(Instant.parse("2026-03-02T09:00:00Z")));
    }

    /** The notification that an order was placed. */
    static Notification placed(String number, String role) {
        Orders orders = Orders.inMemory(Presets.bookstore());
        place(orders, number);
        Order order = orders.find(number).orElseThrow();
        Activity first = orders.history(number).orElseThrow().activities().get(0);
        return Notification.of(new OutboxMessage(number, 1, 0, role, "mail"), first, order, orders.workflowOf(order));
    }

    /** The address for replies in a role about the order. */
    static String replyTo(String role) {
        return TOKENS.of(placed(NUMBER, role), Recipient.of("reader@example.org"))
                .orElseThrow();
    }

    /** A mail in UTF-8 as it comes. */
    static InputStream raw(String text) {
        return raw(text, StandardCharsets.UTF_8);
    }

    static InputStream raw(String text, Charset charset) {
        return new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(charset));
    }

    /** The headers that each mail of the customer has, to the reply address. */
    static String headers(String id) {
        return headers(id, replyTo("customer"));
    }

    static String headers(String id, String to) {
        return """
                Return-Path: <jan@kowalski.example>
                From: Jan Kowalski <jan@kowalski.example>
                To: Księgarnia <%s>
                Subject: Re: Zamowienie 2026/118
                Date: Tue, 3 Mar 2026 10:00:00 +0100
                Message-ID: <%s@kowalski.example>
                MIME-Version: 1.0
                """.formatted(to, id).replace("Księgarnia", "=?UTF-8?Q?Ksi=C4=99garnia?=");
    }
}
