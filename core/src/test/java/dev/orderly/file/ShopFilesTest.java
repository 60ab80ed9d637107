package dev.orderly.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.Orders;
import dev.orderly.check.Checker;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole shops of the documentation: nothing is wrong with their files, and orders go through them to each end. */
class ShopFilesTest {

    private static final String NUMBER = "2026/1";

    private static Workflow shop(String name) throws IOException {
        return WorkflowFiles.load(Path.of("../docs/shops", name + ".yaml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"furniture", "marketplace", "spryker", "vendure"})
    void the_checker_and_the_schema_find_nothing(String name) throws IOException {
        assertThat(Checker.check(shop(name))).isEmpty();
        assertThat(WorkflowSchema.complaints(Files.readString(Path.of("../docs/shops", name + ".yaml"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"furniture", "marketplace", "spryker", "vendure"})
    void each_event_has_a_label(String name) throws IOException {
        Workflow shop = shop(name);

        assertThat(withoutLabel(shop)).isEmpty();
        assertThat(shop.flows())
                .allSatisfy(flow -> assertThat(withoutLabel(flow.workflow()))
                        .as(flow.name())
                        .isEmpty());
    }

    private static List<String> withoutLabel(Workflow workflow) {
        return workflow.eventNames().stream()
                .filter(event -> workflow.eventLabel(event, "en").equals(event))
                .toList();
    }

    /** An order for three books in one line, or as many chairs. */
    private static final class Walk {

        private final Orders orders;

        Walk(Workflow workflow) {
            orders = Orders.builder(new InMemoryOrderStore())
                    .workflow(workflow)
                    .guard("can-be-sold", (order, request) -> Optional.empty())
                    .build();
        }

        Walk place(Object... data) {
            return go("place", "customer", data);
        }

        Walk go(String event, String role, Object... data) {
            Decision decision = ask(event, role, 0, data);
            assertThat(decision).as(event + " by " + role).isInstanceOf(Accepted.class);
            return this;
        }

        Walk move(String event, String role, int quantity, Object... data) {
            assertThat(ask(event, role, quantity, data))
                    .as(event + " of " + quantity)
                    .isInstanceOf(Accepted.class);
            return this;
        }

        String no(String event, String role, Object... data) {
            Decision decision = ask(event, role, 0, data);
            assertThat(decision).as(event + " by " + role).isInstanceOf(Rejected.class);
            return ((Rejected) decision).code();
        }

        private Decision ask(String event, String role, int quantity, Object... data) {
            Request request = Request.of(event, Actor.of(role));
            for (int i = 0; i < data.length; i += 2) {
                request = request.with((String) data[i], data[i + 1]);
            }
            if (event.equals("place")) {
                return orders.place(
                        NUMBER,
                        request.withLines(Line.of("1", "Piece", 3).withId("1").withPrice(Money.parse("100 EUR"))));
            }
            return orders.fire(NUMBER, quantity == 0 ? request : request.withItems(LineQuantity.of("1", quantity)));
        }

        Order order() {
            return orders.find(NUMBER).orElseThrow();
        }
    }

    @Test
    void a_deposit_production_two_deliveries_and_a_piece_that_is_called_off() throws IOException {
        Walk walk = new Walk(shop("furniture")).place().go("ask-deposit", "staff", "deposit", "90 EUR");
        assertThat(walk.no("start", "staff")).isEqualTo("condition-not-met");

        walk.go("remind", "staff").go("remind", "staff").go("remind", "staff");
        assertThat(walk.no("remind", "staff")).as("a fourth time").isEqualTo("condition-not-met");
        walk.go("pay", "staff", "amount", "50 EUR")
                .go("pay", "staff", "amount", "40 EUR")
                .go("start", "staff")
                .move("finish", "staff", 2)
                .move("send", "staff", 1, "tracking-number", "J-1")
                .go("deliver", "carrier");
        assertThat(walk.order().status()).isEqualTo("partly-delivered");

        walk.move("call-off", "customer", 1)
                .go("pay", "staff", "amount", "110 EUR")
                .go("send", "staff", "tracking-number", "J-2")
                .go("deliver", "carrier");
        assertThat(walk.order().status()).isEqualTo("delivered");
        assertThat(walk.order().parcels()).hasSize(2);

        walk.move("take-back", "staff", 1).go("refund", "staff", "amount", "100 EUR");
        assertThat(walk.no("refund", "staff", "amount", "100.01 EUR")).isEqualTo("out-of-bounds");
        assertThat(walk.order().items().of("1"))
                .containsEntry("delivered", 1)
                .containsEntry("returned", 1)
                .containsEntry("cancelled", 1);
        assertThat(walk.order().field("paid")).isEqualTo(Money.parse("200 EUR"));
    }

    @Test
    void all_pieces_are_called_off() throws IOException {
        Walk walk = new Walk(shop("furniture"))
                .place()
                .move("call-off", "customer", 1)
                .go("call-off", "customer");

        assertThat(walk.order().status()).isEqualTo("cancelled");
    }

    @Test
    void two_of_three_are_sent_one_is_cancelled_one_is_refunded_and_two_come_back() throws IOException {
        Walk walk = new Walk(shop("marketplace"))
                .place("method", "card")
                .go("payment.capture", "platform", "amount", "300 EUR")
                .move("fulfilment.send", "seller", 2, "tracking-number", "T-1");
        assertThat(walk.order().flowStatus("fulfilment")).isEqualTo("partly-sent");

        walk.move("fulfilment.cancel-units", "customer", 1).go("payment.refund", "platform", "amount", "100 EUR");
        assertThat(walk.order().flowStatus("fulfilment")).isEqualTo("sent");
        assertThat(walk.no("returning.ask", "customer")).isEqualTo("flow-not-so");

        walk.go("fulfilment.receive", "customer");
        assertThat(walk.order().status()).isEqualTo("completed");
        walk.go("returning.ask", "customer")
                .move("returning.accept", "seller", 2)
                .go("payment.refund", "platform", "amount", "200 EUR");

        assertThat(walk.no("payment.refund", "platform", "amount", "0.01 EUR")).isEqualTo("out-of-bounds");
        assertThat(walk.order().items().of("1")).containsEntry("returned", 2).containsEntry("cancelled", 1);
        assertThat(walk.order().field("refunded")).isEqualTo(Money.parse("300 EUR"));
    }

    @Test
    void what_is_captured_late_after_the_cancellation_is_refunded() throws IOException {
        Walk walk = new Walk(shop("marketplace")).place("method", "transfer").go("cancel", "customer");
        assertThat(walk.order().flowStatus("payment")).isEqualTo("void");
        assertThat(walk.order().flowStatus("fulfilment")).isEqualTo("dropped");

        walk.go("payment.capture", "platform", "amount", "300 EUR");
        assertThat(walk.order().flowStatus("payment")).isEqualTo("refunding");
        assertThat(walk.no("payment.refund", "platform", "amount", "300.01 EUR"))
                .isEqualTo("out-of-bounds");
        walk.go("payment.refund", "platform", "amount", "300 EUR");

        assertThat(walk.order().flowStatus("payment")).isEqualTo("refunded");
    }

    @Test
    void a_return_is_refused_and_what_is_cash_is_due_on_delivery() throws IOException {
        Walk walk = new Walk(shop("marketplace"))
                .place("method", "cash")
                .go("fulfilment.send", "seller", "tracking-number", "T-1")
                .go("fulfilment.receive", "carrier");
        assertThat(walk.order().status()).as("as long as nothing is paid").isEqualTo("placed");

        walk.go("payment.capture", "platform", "amount", "300 EUR")
                .go("returning.ask", "customer")
                .go("returning.refuse", "seller");

        assertThat(walk.order().status()).isEqualTo("completed");
        assertThat(walk.order().flowStatus("returning")).isEqualTo("refused");
    }

    @Test
    void each_unit_goes_through_the_states_of_spryker_and_the_order_is_closed_with_the_last() throws IOException {
        Walk walk = new Walk(shop("spryker"))
                .place()
                .go("authorize", "platform", "authorized", true)
                .go("pay", "platform", "paid", true);
        assertThat(walk.order().status()).as("confirmed by itself").isEqualTo("in-process");

        walk.move("buy-gift-card", "staff", 1)
                .go("create-gift-card", "platform")
                .go("complete-gift-card", "platform")
                .go("close", "staff")
                .move("export", "staff", 2)
                .move("ship", "staff", 1)
                .go("update-stock", "staff")
                .go("close", "staff");
        assertThat(walk.order().items().of("1")).containsEntry("closed", 2).containsEntry("exported", 1);
        walk.go("ship", "staff").go("update-stock", "staff").go("close", "staff");

        assertThat(walk.order().status()).isEqualTo("closed");
    }

    @Test
    void a_payment_of_spryker_is_not_authorized_or_does_not_come() throws IOException {
        Walk invalid = new Walk(shop("spryker")).place().go("authorize", "platform", "authorized", false);
        Walk unpaid = new Walk(shop("spryker"))
                .place()
                .go("authorize", "platform", "authorized", true)
                .go("pay", "platform", "paid", false);

        assertThat(invalid.order().status()).isEqualTo("invalid");
        assertThat(unpaid.order().status()).isEqualTo("cancelled");
    }

    @Test
    void the_states_of_vendure_follow_money_and_units_by_themselves() throws IOException {
        Walk walk = new Walk(shop("vendure"))
                .place()
                .go("toAddingItems", "customer")
                .go("toArrangingPayment", "customer")
                .go("authorize", "platform", "amount", "300 EUR");
        assertThat(walk.order().status()).isEqualTo("PaymentAuthorized");
        walk.go("settle", "platform", "amount", "200 EUR").go("settle", "platform", "amount", "100 EUR");
        assertThat(walk.order().status()).isEqualTo("PaymentSettled");

        walk.move("ship", "staff", 1);
        assertThat(walk.order().status()).isEqualTo("PartiallyShipped");
        walk.go("toModifying", "staff").go("modified", "staff", "owed", true);
        walk.go("arranged", "platform").go("deliver", "carrier");
        assertThat(walk.order().status()).isEqualTo("PartiallyDelivered");
        walk.move("ship", "staff", 1).go("deliver", "carrier").go("cancelItems", "staff");

        assertThat(walk.order().status()).as("all units of it are cancelled").isEqualTo("Cancelled");
    }

    @Test
    void an_order_of_vendure_is_delivered_or_cancelled_before_it_is_paid() throws IOException {
        Walk delivered = new Walk(shop("vendure"))
                .place()
                .go("toDraft", "staff")
                .move("cancelItems", "staff", 1)
                .go("toArrangingPayment", "staff")
                .go("settle", "platform", "amount", "300 EUR")
                .go("ship", "staff")
                .go("deliver", "carrier");
        Walk cancelled = new Walk(shop("vendure"))
                .place()
                .go("toAddingItems", "customer")
                .go("toCancelled", "customer");

        assertThat(delivered.order().status()).isEqualTo("Delivered");
        assertThat(cancelled.order().status()).isEqualTo("Cancelled");
    }
}
