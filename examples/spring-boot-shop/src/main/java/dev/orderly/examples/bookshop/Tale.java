package dev.orderly.examples.bookshop;

import dev.orderly.Orders;
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
    private final Ledger ledger;
    private final Environment environment;

    Tale(Checkout checkout, Orders orders, JdbcTemplate jdbc, Ledger ledger, Environment environment) {
        this.checkout = checkout;
        this.orders = orders;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.environment = environment;
    }

    @Override
    public void run(String... arguments) throws IOException, InterruptedException {
        out.println("Ewa buys the last copy of Dune.");
        checkout.buy("2026/1", "dune", Customer.of("ewa@example.org").speaking("en"));
        check("her order is", List.of("awaiting-payment"), statuses("2026/1"));
        check("purchases", List.of("2026/1"), numbers("select number from purchase"));

        out.println("Jan is a moment too late.");
        refused(() -> checkout.buy("2026/2", "dune", Customer.of("jan@example.org")), "there is no copy of dune left");
        check("his purchase is undone, and so is his order", List.of(), statuses("2026/2"));
        check("purchases", List.of("2026/1"), numbers("select number from purchase"));

        out.println("The payment service reports two payments, one of them by mistake.");
        checkout.pay("2026/1");
        refused(() -> checkout.pay("2026/2"), "unknown-order");
        check("paid", List.of("2026/1"), numbers("select number from purchase where paid"));
        check("her order is", List.of("in-progress"), statuses("2026/1"));

        out.println("The ledger hears what was committed, and nothing else.");
        check("it has", List.of("2026/1: awaiting-payment", "2026/1: in-progress"), ledger.lines());

        out.println("Ewa looks her order up, by its number and her e-mail address.");
        String page = page("2026%2F1", "ewa%40example.org");
        check(
                "the page says",
                List.of("In progress", "Dune"),
                Stream.of("In progress", "Dune").filter(page::contains).toList());
    }

    private List<String> statuses(String number) {
        return orders.find(number).map(order -> order.status()).stream().toList();
    }

    private List<String> numbers(String query) {
        return jdbc.queryForList(query, String.class);
    }

    private String page(String number, String email) throws IOException, InterruptedException {
        String port = environment.getRequiredProperty("local.server.port");
        HttpRequest lookup = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/orders/status"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("number=" + number + "&email=" + email))
                .build();
        return HttpClient.newHttpClient().send(lookup, BodyHandlers.ofString()).body();
    }

    private void refused(Runnable attempt, String reason) {
        try {
            attempt.run();
        } catch (SoldOutException | RefusedException e) {
            check("no", List.of(reason), List.of(String.valueOf(e.getMessage())));
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
