package dev.orderly.http;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.store.OrderStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shop on a real server, and the requests that a browser sends to it. */
final class HttpFixture implements AutoCloseable {

    static final String EMAIL = "ijon.tichy@example.com";

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    final Orders orders;
    private final OrderlyServer server;

    HttpFixture() {
        this(OrderlyServletBuilder::build);
    }

    HttpFixture(Function<OrderlyServletBuilder, OrderlyServlet> settings) {
        this(new InMemoryOrderStore(), settings);
    }

    HttpFixture(OrderStore store, Function<OrderlyServletBuilder, OrderlyServlet> settings) {
        orders = Orders.builder(store)
                .workflow(Presets.bookstore())
                .workflow(Presets.marketplaceAcceptance())
                .build();
        server = OrderlyServer.start(settings.apply(OrderlyServlet.builder(orders)), 0);
    }

    /** An order of a customer who reads Polish. */
    void place(String number) {
        orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of(EMAIL).withLanguage("pl"))
                        .withLines(
                                Line.of("978-1", "Solaris", 1),
                                Line.of("978-2", "Cyberiada", 2).withAvailableFrom(LocalDate.of(2099, 1, 15))));
    }

    /** An order of a marketplace, which its seller has accepted, so that incidents can be opened. */
    void placeAccepted(String number) {
        orders.place(
                number,
                "marketplace-acceptance",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "cash-on-delivery")
                        .withCustomer(Customer.of(EMAIL)));
        orders.fire(number, Request.of("accept", Actor.of("seller")));
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)).GET(), headers);
    }

    HttpResponse<String> post(String path, String... fields) {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields))));
    }

    /**
     * Sends the form of an action, in English.
     *
     * @param request the id of this attempt
     * @param action {@code event}, {@code open} or {@code case}
     * @param subject the kind of case to open, or the number of a case
     * @param data names and values of fields
     */
    HttpResponse<String> act(
            String request, String ticket, String action, String event, String subject, String... data) {
        List<String> fields = new ArrayList<>(List.of(
                "ticket",
                ticket,
                "language",
                "en",
                "request",
                request,
                "action",
                action,
                "event",
                event,
                "subject",
                subject));
        for (int i = 0; i < data.length; i += 2) {
            fields.add("data." + data[i]);
            fields.add(data[i + 1]);
        }
        return post("/act", fields.toArray(new String[0]));
    }

    HttpResponse<String> lookup(String number, String email) {
        return post("/status", "number", number, "email", email);
    }

    /** The ticket that a page holds. */
    static String ticket(HttpResponse<String> page) {
        Matcher matcher = TICKET.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("the page holds no ticket: " + page.body());
        }
        return matcher.group(1);
    }

    static String form(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(fields[i] + "=" + URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return String.join("&", pairs);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + server.port() + path);
    }

    @Override
    public void close() {
        server.close();
    }
}
