package dev.orderly.http.live;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.http.OrderlyServlet;
import dev.orderly.http.OrderlyServletBuilder;
import dev.orderly.http.access.ApiKey;
import dev.orderly.http.access.ApiKeys;
import dev.orderly.http.server.OrderlyServer;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.store.InMemoryOrderStore;
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
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A shop on a real server whose orders change on two nodes, and those who listen to it. */
final class LiveFixture implements AutoCloseable {

    static final String EMAIL = "ijon.tichy@example.com";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    final ApiKey.Created staff = ApiKey.create(Actor.of("staff", "anna"));
    final ApiKey.Created customer = ApiKey.createForCustomer(EMAIL);
    final Orders orders;
    final Orders elsewhere;
    final OrderlyServer server;

    LiveFixture() {
        this(builder -> builder);
    }

    LiveFixture(UnaryOperator<OrderlyServletBuilder> settings) {
        InMemoryOrderStore store = new InMemoryOrderStore();
        ChangeFeed feed = new ChangeFeed();
        orders = Orders.builder(store)
                .workflow(Presets.bookstore())
                .listener(feed)
                .build();
        elsewhere = Orders.builder(store).workflow(Presets.bookstore()).build();
        ApiKeys keys = ApiKeys.of(List.of(staff.key(), customer.key()));
        server = OrderlyServer.start(
                settings.apply(OrderlyServlet.builder(orders).access(keys).changes(feed))
                        .build(),
                0);
    }

    void place(String number, String email) {
        orders.place(
                number,
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of(email)));
    }

    void pay(String number) {
        orders.fire(number, Request.of("pay", Actor.of("platform")));
    }

    String ticket(String number) {
        HttpResponse<String> page = send(
                form("/status", "number=" + encoded(number) + "&email=" + encoded(EMAIL)), BodyHandlers.ofString());
        Matcher matcher = TICKET.matcher(page.body());
        if (!matcher.find()) {
            throw new AssertionError("the page holds no ticket: " + page.body());
        }
        return matcher.group(1);
    }

    StreamReader page(String number) {
        return StreamReader.to(send(form("/live", "ticket=" + encoded(ticket(number))), BodyHandlers.ofInputStream()));
    }

    StreamReader api(ApiKey.Created key, String query) {
        return StreamReader.to(send(events(key, query), BodyHandlers.ofInputStream()));
    }

    HttpRequest events(ApiKey.Created key, String query) {
        return HttpRequest.newBuilder(uri("/api/v1/events" + query))
                .header("Authorization", "Bearer " + key.secret())
                .build();
    }

    HttpRequest form(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request, body);
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

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
