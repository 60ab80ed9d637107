package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Line;
import dev.orderly.workflow.Money;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways of single units and amounts in the {@code marketplace-acceptance-items} preset, and what it refuses. */
class MarketplaceAcceptanceItemsTest {

    private static final LineQuantity ONE = LineQuantity.of("1", 1);

    @Test
    void an_order_of_which_nothing_comes_back_goes_as_without_units() {
        OrderWalk walk = received().later("PT336H").go("close", "system");

        assertThat(walk.steps())
                .containsExactly(
                        "place: waiting-acceptance",
                        "accept: waiting-debit",
                        "confirm-debit: shipping",
                        "attach-waybill: shipping",
                        "ship: shipped",
                        "receive: received",
                        "close: closed");
        assertThat(walk.order().parcels().get(0).contents()).isEqualTo(Map.of("1", 3, "2", 1));
    }

    @Test
    void a_seller_refuses_one_line_and_the_customer_is_charged_for_the_rest() {
        OrderWalk walk = placed("online").naming(LineQuantity.of("2", 1));

        assertThat(walk.no("refuse", "seller").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("refuse", "seller", "reason", "sold out").naming().go("accept", "seller");
        assertThat(walk.no("confirm-debit", "platform").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("confirm-debit", "platform", "amount", "300 PLN");

        assertThat(walk.order().field("captured")).isEqualTo(Money.parse("300 PLN"));
        assertThat(walk.go("ship", "seller", "tracking-number", "1")
                        .order()
                        .items()
                        .of("2"))
                .isEqualTo(Map.of("refused", 1));
        assertThat(walk.order().items().of("1")).isEqualTo(Map.of("sent", 3));
    }

    @Test
    void an_order_of_which_every_unit_is_refused_is_refused() {
        OrderWalk walk = placed("online").naming(LineQuantity.of("1", 3)).go("refuse", "seller", "reason", "sold out");

        assertThat(walk.status()).isEqualTo("waiting-acceptance");
        assertThat(walk.naming().go("refuse", "seller", "reason", "sold out").status())
                .isEqualTo("refused");
        assertThat(placed("online").go("refuse", "seller", "reason", "sold out").status())
                .isEqualTo("refused");
    }

    @Test
    void what_nobody_accepts_is_refused_with_what_was_refused_before() {
        OrderWalk walk = placed("online").naming(ONE).go("refuse", "seller", "reason", "sold out");

        assertThat(walk.naming()
                        .later("PT72H")
                        .go("expire-acceptance", "system")
                        .order()
                        .items()
                        .of("1"))
                .isEqualTo(Map.of("refused", 3));
        assertThat(walk.status()).isEqualTo("refused");
    }

    @Test
    void an_order_that_is_not_paid_or_called_off_takes_its_units_with_it() {
        assertThat(placed("online")
                        .go("accept", "seller")
                        .later("PT240H")
                        .go("expire-debit", "system")
                        .order()
                        .items()
                        .of("1"))
                .isEqualTo(Map.of("canceled", 3));
        OrderWalk walk = charged().naming(ONE);
        assertThat(walk.no("cancel", "platform", "reason", "fraud").code()).isEqualTo(Reason.ITEMS_NOT_SO);
        assertThat(walk.naming().go("cancel", "platform", "reason", "fraud").status())
                .isEqualTo("canceled");
        assertThat(walk.go("pay-back", "platform", "amount", "340 PLN").status())
                .isEqualTo("canceled");
    }

    @Test
    void one_unit_is_refunded_and_the_order_goes_on() {
        OrderWalk walk = received().naming(ONE).go("refund", "seller", "reason", "scratched");

        assertThat(walk.status()).isEqualTo("received");
        assertThat(walk.naming()
                        .go("pay-back", "platform", "amount", "100 PLN")
                        .later("PT336H")
                        .go("close", "system")
                        .status())
                .isEqualTo("closed");
        assertThat(walk.order().items().of("1")).isEqualTo(Map.of("received", 2, "refunded", 1));
    }

    @Test
    void a_unit_that_is_lost_is_refunded_and_the_others_are_received() {
        OrderWalk walk = shipped().naming(ONE).go("refund", "platform", "reason", "lost");

        assertThat(walk.status()).isEqualTo("shipped");
        assertThat(walk.no("receive", "carrier").code()).isEqualTo(Reason.ITEMS_NOT_SO);
        assertThat(walk.naming().go("receive", "carrier").order().items().of("1"))
                .isEqualTo(Map.of("refunded", 1, "received", 2));
        assertThat(shipped().go("refund", "platform", "reason", "lost").status())
                .isEqualTo("refunded");
    }

    @Test
    void single_units_come_back_and_with_the_last_the_order_is_refunded() {
        OrderWalk walk = received()
                .open("return", "customer", "products", "one lamp")
                .goCase(1, "accept", "seller")
                .goCase(1, "arrive", "seller")
                .naming(ONE)
                .go("take-back", "seller")
                .naming();
        assertThat(walk.status()).isEqualTo("received");
        walk.goCase(1, "refund", "seller");

        walk.naming(LineQuantity.of("1", 2)).go("refund", "seller", "reason", "faulty");
        assertThat(walk.naming().go("take-back", "platform").status()).isEqualTo("refunded");
        assertThat(walk.order().items().of("1")).isEqualTo(Map.of("returned", 1, "refunded", 2));
    }

    @Test
    void no_unit_is_refunded_or_taken_back_twice() {
        OrderWalk walk = received().naming(LineQuantity.of("2", 1)).go("refund", "seller", "reason", "scratched");

        assertThat(walk.no("refund", "seller", "reason", "scratched").code()).isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.no("take-back", "seller").code()).isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.naming(LineQuantity.of("1", 4))
                        .no("take-back", "seller")
                        .code())
                .isEqualTo(Reason.NOT_SO_MANY);
    }

    @Test
    void no_more_goes_back_than_was_taken_whenever_it_is_paid_back() {
        OrderWalk walk = received().go("pay-back", "platform", "amount", "40 PLN");

        assertThat(walk.no("pay-back", "seller", "amount", "1 PLN").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.no("pay-back", "platform", "amount", "300.01 PLN").code())
                .isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.later("PT336H")
                        .go("close", "system")
                        .go("pay-back", "platform", "amount", "300 PLN")
                        .no("pay-back", "platform", "amount", "0.01 PLN")
                        .code())
                .isEqualTo(Reason.OUT_OF_BOUNDS);
    }

    @Test
    void cash_on_delivery_is_not_charged_and_needs_no_amount() {
        OrderWalk walk = placed("cash-on-delivery").go("accept", "seller");

        assertThat(walk.status()).isEqualTo("shipping");
        assertThat(walk.no("pay-back", "platform", "amount", "1 PLN").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.go("ship", "seller", "tracking-number", "1")
                        .go("receive", "carrier")
                        .status())
                .isEqualTo("received");
    }

    @Test
    void what_was_paid_at_the_door_is_recorded_once_and_can_be_paid_back() {
        OrderWalk walk = placed("cash-on-delivery")
                .go("accept", "seller")
                .go("ship", "seller", "tracking-number", "1")
                .go("receive", "carrier")
                .go("record-cash", "platform", "amount", "340 PLN");

        assertThat(walk.no("record-cash", "platform", "amount", "340 PLN").code())
                .isEqualTo(Reason.ALREADY_DONE);
        assertThat(walk.no("pay-back", "platform", "amount", "340.01 PLN").code())
                .isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.go("pay-back", "platform", "amount", "340 PLN").status())
                .isEqualTo("received");
        assertThat(received().no("record-cash", "platform", "amount", "340 PLN").code())
                .isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void an_order_is_sent_as_a_whole() {
        assertThat(charged()
                        .naming(ONE)
                        .no("ship", "seller", "tracking-number", "1")
                        .code())
                .isEqualTo(Reason.ITEMS_NOT_SO);
    }

    private static OrderWalk placed(String payment) {
        return OrderWalk.of(Presets.marketplaceAcceptanceItems())
                .ordering(
                        Line.of("LAMP-7", "Lamp", 3).withId("1").withPrice(Money.parse("100 PLN")),
                        Line.of("BULB-1", "Bulb", 1).withId("2").withPrice(Money.parse("40 PLN")))
                .place("customer", "payment", payment);
    }

    private static OrderWalk charged() {
        return placed("online").go("accept", "seller").go("confirm-debit", "platform", "amount", "340 PLN");
    }

    private static OrderWalk shipped() {
        return charged().go("attach-waybill", "seller", "tracking-number", "1").go("ship", "seller");
    }

    private static OrderWalk received() {
        return shipped().go("receive", "platform");
    }
}
