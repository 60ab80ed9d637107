package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.file.WorkflowFiles;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A shop that takes deposits, and gives back no more than came in. */
final class BoundFixture {

    private static final String FILE = """
            workflow: deposits
            version: %d
            fields:
              amount: { type: money }
              paid: { type: money, at-most: { total: lines } }
              refunded: { type: money, at-most: { field: paid } }
              places: { type: number, max: 50 }
              seats: { type: number, at-most: { field: places } }
              reminders: { type: number, min: 0, max: 3 }
              ordered-on: { type: date }
              due-on: { type: date, at-least: { field: ordered-on } }
              opens-at: { type: instant }
              closes-at: { type: instant, at-least: { field: opens-at } }
            statuses:
              open: { label: { en: Open } }
              closed: { label: { en: Closed }, done: true }
            transitions:
              - { on: place, to: open, by: customer, takes: [places, seats, paid] }
              - { on: pay, from: open, stay: true, by: staff, needs: amount, add: { paid: amount } }
              - { on: refund, from: open, stay: true, by: staff, needs: amount, add: { refunded: amount } }
              - { on: remind, from: open, stay: true, by: staff, add: { reminders: 1 } }
              - { on: book, from: open, stay: true, by: staff, takes: [places, seats] }
              - { on: schedule, from: open, stay: true, by: staff, takes: [ordered-on, due-on, opens-at, closes-at] }
              - { on: close, from: open, to: closed, by: staff }
            cases:
              claim:
                open-in: open
                fields:
                  claimed: { type: money, max: 80 EUR }
                  granted: { type: money, at-most: { field: claimed } }
                statuses:
                  reported: { label: { en: Reported } }
                  settled: { label: { en: Settled }, done: true }
                transitions:
                  - { on: report, to: reported, by: customer, needs: claimed }
                  - { on: grant, from: reported, stay: true, by: staff, needs: granted }
                  - { on: settle, from: reported, to: settled, by: staff }
            """;

    static final Workflow DEPOSITS =
            WorkflowFiles.read("deposits.yaml", FILE.formatted(1)).orThrow();

    /** The second version takes no more than was given last, which B-1 breaks. */
    static final Workflow STRICTER = WorkflowFiles.read(
                    "deposits.yaml", FILE.formatted(2).replace("{ total: lines }", "{ field: amount }"))
            .orThrow();

    static final Actor STAFF = Actor.of("staff", "anna");
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    /** How long ago orders were done that are retired. */
    static final Duration AGE = Duration.ofDays(1000);

    private final JdbcOrderStore store;
    private final Orders orders;

    BoundFixture(JdbcOrderStore store) {
        this.store = store;
        orders = Orders.builder(store).workflow(DEPOSITS).build();
    }

    Orders orders() {
        return orders;
    }

    /**
     * B-1, of 120 EUR: 100 paid, 30 given back, two reminders, dates, and a claim of 20 EUR of which 15 are granted. B-2, of
     * 120 EUR: nothing is paid. B-3's lines have no prices. What was paid for B-4 is erased. B-0 is closed and retired.
     */
    BoundFixture aBitOfEverything() {
        place("B-1", START, "60 EUR");
        fire("B-1", amount("pay", "100 EUR"));
        fire("B-1", amount("refund", "30 EUR"));
        fire("B-1", step("remind"));
        fire("B-1", step("remind"));
        fire(
                "B-1",
                step("schedule")
                        .with("ordered-on", "2026-05-01")
                        .with("due-on", "2026-05-10")
                        .with("opens-at", "2026-05-01T08:00:00Z")
                        .with("closes-at", "2026-05-01T18:00:00.5Z"));
        accepted(orders.openCase(
                "B-1",
                "claim",
                Request.of("report", Actor.customer()).with("claimed", "20 EUR").withTime(START)));
        accepted(orders.fireCase("B-1", 1, step("grant").with("granted", "15 EUR")));
        place("B-2", START, "60 EUR");
        place("B-3", START, null);
        place("B-4", START, "60 EUR");
        fire("B-4", amount("pay", "100 EUR"));
        fire("B-4", amount("refund", "30 EUR"));
        orders.erase("B-4", STAFF, "paid", "amount");
        Instant past = START.minus(AGE);
        place("B-0", past, "60 EUR");
        fire("B-0", amount("pay", "100 EUR").withTime(past));
        fire("B-0", amount("refund", "100 EUR").withTime(past));
        fire("B-0", step("close").withTime(past));
        assertThat(store.retirement(AGE).run().retired()).isEqualTo(1);
        return this;
    }

    void place(String number, Instant at, @Nullable String price) {
        accepted(orders.place(
                number,
                "deposits",
                Request.of("place", Actor.customer())
                        .with("places", 10)
                        .with("seats", 4)
                        .withLines(Line.of("sku-a", "A", 2)
                                .withId("a")
                                .withPrice(price == null ? null : Money.parse(price)))
                        .withTime(at)));
    }

    static Request step(String event) {
        return Request.of(event, STAFF).withTime(START);
    }

    static Request amount(String event, String amount) {
        return step(event).with("amount", amount);
    }

    private void fire(String number, Request request) {
        accepted(orders.fire(number, request));
    }

    private static void accepted(Decision decision) {
        assertThat(decision.isAccepted()).as(decision.toString()).isTrue();
    }
}
