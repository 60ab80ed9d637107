package dev.orderly.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.ParcelFields;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A shop that sends, cancels and takes back single units. */
final class UnitFixture {

    static final Workflow PARTS = Workflow.builder("parts")
            .field(Field.of("tracking-number", FieldType.TEXT))
            .parcels(new ParcelFields("tracking-number", null, null))
            .items(
                    Status.builder("ordered").build(),
                    Status.builder("sent").build(),
                    Status.builder("delivered").done(true).build(),
                    Status.builder("cancelled").done(true).build(),
                    Status.builder("returned").done(true).build())
            .status("open", s -> {})
            .status("closed", s -> s.done())
            .transition("place", t -> t.to("open").by("customer"))
            .transition(
                    "send",
                    t -> t.from("open")
                            .by("staff")
                            .takes("tracking-number")
                            .items("ordered", "sent")
                            .parcel())
            .transition("deliver", t -> t.from("open").by("staff").items("sent", "delivered"))
            .transition("cancel", t -> t.from("open").by("staff").items("ordered", "cancelled"))
            .transition(
                    "return",
                    t -> t.from("open").by("staff").items(new ItemMove(List.of("delivered", "sent"), "returned")))
            .transition(
                    "close",
                    t -> t.from("open")
                            .to("closed")
                            .by("staff")
                            .whenItems(ItemCondition.all("delivered", "cancelled", "returned")))
            .build();

    /** The second version does not take anything back. */
    static final Workflow WITHOUT_RETURNS = Workflow.builder("parts")
            .version(2)
            .field(Field.of("tracking-number", FieldType.TEXT))
            .parcels(new ParcelFields("tracking-number", null, null))
            .items(
                    Status.builder("ordered").build(),
                    Status.builder("sent").build(),
                    Status.builder("delivered").done(true).build(),
                    Status.builder("cancelled").done(true).build())
            .status("open", s -> {})
            .status("closed", s -> s.done())
            .transition("place", t -> t.to("open").by("customer"))
            .transition(
                    "send",
                    t -> t.from("open")
                            .by("staff")
                            .takes("tracking-number")
                            .items("ordered", "sent")
                            .parcel())
            .transition("deliver", t -> t.from("open").by("staff").items("sent", "delivered"))
            .transition("cancel", t -> t.from("open").by("staff").items("ordered", "cancelled"))
            .transition(
                    "close",
                    t -> t.from("open").to("closed").by("staff").whenItems(ItemCondition.all("delivered", "cancelled")))
            .build();

    /** How long ago orders were done that are retired. */
    static final Duration AGE = Duration.ofDays(1000);

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Actor CUSTOMER = Actor.of("customer");
    private static final Actor STAFF = Actor.of("staff", "anna");

    private final JdbcOrderStore store;
    private final Orders orders;

    UnitFixture(JdbcOrderStore store) {
        this.store = store;
        orders = Orders.builder(store).workflow(PARTS).build();
    }

    Orders orders() {
        return orders;
    }

    /**
     * U-1: of three a, two are sent, of two b, one is cancelled. U-2: nothing happened to five a. U-3 is closed: one a was
     * delivered, one returned. U-4's customer is erased. U-0 is as U-3, and was retired.
     */
    UnitFixture aBitOfEverything() {
        place(
                "U-1",
                START,
                Line.of("sku-a", "A", 3).withId("a"),
                Line.of("sku-b", "B", 2).withId("b"));
        move("U-1", "send", START, LineQuantity.of("a", 2));
        move("U-1", "cancel", START, LineQuantity.of("b", 1));
        place("U-2", START, Line.of("sku-a", "A", 5).withId("a"));
        closed("U-3", START);
        place("U-4", START, Line.of("sku-a", "A", 2).withId("a"));
        move("U-4", "send", START, LineQuantity.of("a", 1));
        orders.erase("U-4", STAFF, "tracking-number");
        closed("U-0", START.minus(AGE));
        assertThat(store.retirement(AGE).run().retired()).isEqualTo(1);
        return this;
    }

    private void closed(String number, Instant at) {
        place(number, at, Line.of("sku-a", "A", 2).withId("a"));
        move(number, "send", at);
        move(number, "deliver", at, LineQuantity.of("a", 1));
        move(number, "return", at, LineQuantity.of("a", 1).withFrom("sent"));
        assertThat(orders.fire(number, Request.of("close", STAFF).withTime(at)).isAccepted())
                .isTrue();
    }

    void place(String number, Instant at, Line... lines) {
        assertThat(orders.place(
                                number,
                                Request.of("place", CUSTOMER)
                                        .withCustomer(Customer.of(number + "@example.org"))
                                        .withLines(lines)
                                        .withTime(at))
                        .isAccepted())
                .as("placing " + number)
                .isTrue();
    }

    void move(String number, String event, Instant at, LineQuantity... units) {
        Request request = Request.of(event, STAFF).withItems(units).withTime(at);
        assertThat(orders.fire(number, event.equals("send") ? request.with("tracking-number", "T-" + number) : request)
                        .isAccepted())
                .as(event + " of " + number)
                .isTrue();
    }
}
