package dev.orderly.testkit.store;

import static dev.orderly.testkit.store.OrderScript.CUSTOMER;
import static dev.orderly.testkit.store.OrderScript.STAFF;
import static dev.orderly.testkit.store.OrderScript.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.order.Evolution;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.Change;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contract of orders with flows: they begin with the order, and what they write and move is the order's. */
public abstract class FlowContract extends StoreFixture {

    private static final Workflow MARKET = Workflow.builder("contract-market")
            .field(Field.of("cash", FieldType.YES_NO))
            .field(Field.of("note", FieldType.TEXT))
            .items(
                    Status.builder("ordered").build(),
                    Status.builder("sent").done(true).build())
            .status("placed", s -> {})
            .status("closed", s -> s.done())
            .transition("place", t -> t.to("placed").takes("cash"))
            .transition(
                    "close",
                    t -> t.from("placed")
                            .to("closed")
                            .whenFlow("delivery", "done")
                            .automatic())
            .flow(
                    "payment",
                    LocalText.of("en", "Payment"),
                    Workflow.builder("payment")
                            .status("awaited", s -> {})
                            .status("received", s -> s.done())
                            .transition("begin", t -> t.to("received").whenField("cash", true))
                            .transition("begin", t -> t.to("awaited"))
                            .transition(
                                    "receive",
                                    t -> t.from("awaited").to("received").needs("note"))
                            .build())
            .flow(
                    "delivery",
                    LocalText.of("en", "Delivery"),
                    Workflow.builder("delivery")
                            .status("packing", s -> {})
                            .status("done", s -> s.done())
                            .transition("begin", t -> t.to("packing"))
                            .transition(
                                    "send",
                                    t -> t.from("packing")
                                            .items("ordered", "sent")
                                            .whenFlow("payment", "received"))
                            .transition(
                                    "all-sent",
                                    t -> t.from("packing")
                                            .to("done")
                                            .whenItems(ItemCondition.all("sent"))
                                            .automatic())
                            .build())
            .build();

    private final OrderScript script = OrderScript.of("A-1", MARKET);

    @BeforeEach
    void registerMarket() {
        store.register(MARKET);
    }

    private Change placed(boolean cash) {
        return script.place(Request.of("place", CUSTOMER)
                .with("cash", cash)
                .withLines(Line.of("1", "Book", 3).withId("1"))
                .withTime(START));
    }

    private void isThere(Change change) {
        assertThat(store.find("A-1")).contains(change.written());
        assertThat(history("A-1").verify()).isEmpty();
        assertThat(history("A-1").replay((name, version) -> new Evolution(MARKET)))
                .isEqualTo(change.written().order());
    }

    @Test
    void an_order_is_found_with_the_flows_that_began_with_it() {
        Change placed = placed(false);

        store.append(placed);

        isThere(placed);
        Order order = found("A-1");
        assertThat(order.flowStatus("payment")).isEqualTo("awaited");
        assertThat(order.flowStatus("delivery")).isEqualTo("packing");
        assertThat(order.hasOpenCase()).isFalse();
    }

    @Test
    void what_a_flow_writes_is_the_orders() {
        store.append(placed(false));
        Change received = script.fire(
                Request.of("payment.receive", STAFF).with("note", "by post").withTime(hours(1)));

        store.append(received);

        isThere(received);
        assertThat(found("A-1").field("note")).isEqualTo("by post");
    }

    @Test
    void what_a_flow_moves_are_the_orders_units() {
        store.append(placed(true));
        Change some = script.fire(Request.of("delivery.send", STAFF)
                .withItems(LineQuantity.of("1", 2))
                .withTime(hours(1)));
        store.append(some);
        Change rest = script.fire(Request.of("delivery.send", STAFF).withTime(hours(2)));

        store.append(rest);

        isThere(rest);
        assertThat(found("A-1").items().total("sent")).isEqualTo(3);
        assertThat(found("A-1").status()).isEqualTo("closed");
        assertThat(history("A-1").entries()).hasSize(7);
    }
}
