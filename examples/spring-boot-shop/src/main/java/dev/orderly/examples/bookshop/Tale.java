package dev.orderly.examples.bookshop;

import dev.orderly.Orders;
import dev.orderly.decision.RefusedException;
import dev.orderly.order.Customer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.CommandLineRunner;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The bookshop's story: the last copy is sold once, and its owner sees what became of it. */
@Component
public class Tale implements CommandLineRunner {

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Checkout checkout;
    private final Orders orders;
    private final JdbcTemplate jdbc;
    private final CommittedChanges committed;
    private final Environment environment;

    Tale(Checkout checkout, Orders orders, JdbcTemplate jdbc, CommittedChanges committed, Environment environment) {
        this.checkout = checkout;
        this.orders = orders;
        this.jdbc = jdbc;
        this.committed = committed;
        this.environment = environment;
    }

    @Override
    public void run(String... arguments) throws IOException, InterruptedException {
        theLastCopyIsSoldOnce();
        paymentsAreReported();
        ewaLooksHerOrderUp();
    }

    private void theLastCopyIsSoldOnce() {
        out.println("Ewa buys the last copy of Dune.");
        checkout.buy("2026/1", "dune", Customer.of("ewa@example.org").withLanguage("en"));
        check("her order is", List.of("awaiting-payment"), statuses("2026/1"));
        check("purchases", List.of("2026/1"), numbers("select number from purchase"));

        out.println("Jan is a moment too late.");
        refused(() -> checkout.buy("2026/2", "dune", Customer.of("jan@example.org")), "there is no copy of dune left");
        check("his purchase is undone, and so is his order", List.of(), statuses("2026/2"));
        check("purchases", List.of("2026/1"), numbers("select number from purchase"));
    }

    private void paymentsAreReported() {
        out.println("The payment service reports two payments, one of them by mistake.");
        checkout.pay("2026/1");
        refused(() -> checkout.pay("2026/2"), "unknown-order");
        check("paid", List.of("2026/1"), numbers("select number from purchase where paid"));
        check("her order is", List.of("in-progress"), statuses("2026/1"));

        out.println("The listener hears what was committed, and nothing else.");
        check("it has", List.of("2026/1: awaiting-payment", "2026/1: in-progress"), committed.lines());
    }

    private void ewaLooksHerOrderUp() throws IOException, InterruptedException {
        out.println("Ewa looks her order up, by its number and her e-mail address.");
        HttpRequest form =
                post("status", "application/x-www-form-urlencoded", "number=2026%2F1&email=ewa%40example.org");
        check("the page says", List.of("In progress", "Dune"), found(answer(form), "In progress", "Dune"));

        out.println("Her phone asks the API, by the ticket of a lookup and with the number as it is, slash and all.");
        HttpRequest lookup =
                post("api/v1/lookup", "application/json", "{\"number\":\"2026/1\",\"email\":\"ewa@example.org\"}");
        String ticket = answer(lookup).replaceFirst("(?s).*\"ticket\":\"([^\"]+)\".*", "$1");
        HttpRequest order = HttpRequest.newBuilder(uri("api/v1/orders/2026%2F1"))
                .header("Authorization", "Ticket " + ticket)
                .build();
        check("it gets", List.of("2026/1", "in-progress"), found(answer(order), "2026/1", "in-progress"));
    }

    private List<String> statuses(String number) {
        return orders.find(number).map(order -> order.status()).stream().toList();
    }

    private List<String> numbers(String query) {
        return jdbc.queryForList(query, String.class);
    }

    private HttpRequest post(String path, String type, String body) {
        return HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create(
                "http://localhost:" + environment.getRequiredProperty("local.server.port") + "/orders/" + path);
    }

    private static String answer(HttpRequest request) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    }

    private static List<String> found(String text, String... words) {
        return Stream.of(words).filter(text::contains).toList();
    }

    private void refused(Runnable attempt, String reason) {
        try {
            attempt.run();
        } catch (SoldOutException e) {
            check("no", List.of(reason), List.of(String.valueOf(e.getMessage())));
            return;
        } catch (RefusedException e) {
            check("no", List.of(reason), List.of(e.refusal().code()));
            return;
        }
        throw new AssertionError("should have been refused: " + reason);
    }

    private void check(String what, List<?> expected, List<?> actual) {
        if (!actual.equals(expected)) {
            throw new AssertionError(what + ": should be " + expected + ", but is " + actual);
        }
        out.println("    " + what + ": " + actual);
    }
}
