package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Line;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The ways of single units in the {@code marketplace-seller-items} preset, and what it refuses. */
class MarketplaceSellerItemsTest {

    private static final Object[] MONEY = {"note", "came broken", "resolution", "money-returned"};
    private static final Object[] GOODS = {"note", "wrong colour", "resolution", "goods-exchanged"};

    @Test
    void an_order_of_which_nothing_comes_back_goes_as_without_units() {
        OrderWalk walk = complete().go("verify-delivery", "platform");

        assertThat(walk.steps())
                .containsExactly(
                        "place: pending",
                        "confirm-payment: processed",
                        "process: processing",
                        "ship: shipped",
                        "complete: complete",
                        "verify-delivery: complete");
        assertThat(walk.order().items().of("1")).isEqualTo(Map.of("received", 3));
    }

    @Test
    void one_unit_is_paid_back_one_is_exchanged_and_the_buyer_keeps_the_rest() {
        OrderWalk walk = complete()
                .naming(LineQuantity.of("1", 1))
                .go("refund", "seller", MONEY)
                .go("refund", "seller", GOODS)
                .go("send-exchange", "seller", "tracking-number", "BG2", "carrier", "econt");

        assertThat(walk.status()).isEqualTo("complete");
        assertThat(walk.order().items().of("1")).isEqualTo(Map.of("refunded", 1, "exchanged", 1, "received", 1));
        assertThat(walk.order().items().of("2")).isEqualTo(Map.of("received", 1));
        assertThat(walk.order().parcels()).hasSize(2);
        assertThat(walk.order().parcels().get(1).contents()).isEqualTo(Map.of("1", 1));
    }

    @Test
    void an_order_of_which_nothing_is_left_is_refunded() {
        OrderWalk walk = complete()
                .naming(LineQuantity.of("1", 3))
                .go("refund", "seller", MONEY)
                .naming();

        assertThat(walk.status()).isEqualTo("complete");
        assertThat(walk.go("refund", "seller", MONEY).status()).isEqualTo("refunded");
    }

    @Test
    void an_order_is_refunded_once_the_last_exchange_is_sent() {
        OrderWalk walk = complete().go("refund", "seller", GOODS);

        assertThat(walk.status()).isEqualTo("complete");
        assertThat(walk.go("send-exchange", "seller", "tracking-number", "BG2").status())
                .isEqualTo("refunded");
    }

    @Test
    void what_cannot_be_exchanged_is_paid_back_after_all() {
        OrderWalk walk = complete().go("refund", "seller", GOODS);

        assertThat(walk.no("refund-instead", "seller").code()).isEqualTo(Reason.DATA_MISSING);
        walk.naming(LineQuantity.of("1", 1)).go("refund-instead", "seller", "note", "sold out");
        assertThat(walk.status()).isEqualTo("complete");
        walk.naming().go("refund-instead", "seller", "note", "sold out");
        assertThat(walk.status()).isEqualTo("refunded");
        assertThat(walk.order().field("resolution")).isEqualTo("money-returned");
    }

    @Test
    void a_lost_parcel_is_paid_back_while_it_is_on_its_way() {
        OrderWalk walk = shipped()
                .naming(LineQuantity.of("2", 1))
                .go("refund", "seller", MONEY)
                .naming();

        assertThat(walk.status()).isEqualTo("shipped");
        assertThat(walk.go("complete", "seller").order().items().of("2")).isEqualTo(Map.of("refunded", 1));
        assertThat(walk.status()).isEqualTo("complete");
        assertThat(shipped().go("refund", "seller", MONEY).status()).isEqualTo("refunded");
    }

    @Test
    void no_unit_is_settled_twice() {
        OrderWalk walk = complete().naming(LineQuantity.of("2", 1)).go("refund", "seller", MONEY);

        assertThat(walk.explain(walk.no("refund", "seller", MONEY))).contains("Lid", "0");
        assertThat(walk.no("refund", "seller", GOODS).code()).isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.no("send-exchange", "seller", "tracking-number", "BG2").code())
                .isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.naming(LineQuantity.of("1", 4))
                        .no("refund", "seller", MONEY)
                        .code())
                .isEqualTo(Reason.NOT_SO_MANY);
        assertThat(walk.naming(LineQuantity.of("9", 1))
                        .no("refund", "seller", MONEY)
                        .code())
                .isEqualTo(Reason.UNKNOWN_LINE);
    }

    @Test
    void each_step_needs_a_note_and_a_resolution_of_its_own() {
        OrderWalk walk = complete().naming(LineQuantity.of("1", 1)).go("refund", "seller", MONEY);

        assertThat(walk.no("refund", "seller").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.no("refund", "seller", "resolution", "money-returned").code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void no_unit_is_settled_once_the_14_days_are_over_but_what_was_promised_is_kept() {
        OrderWalk walk = complete()
                .go("verify-delivery", "platform")
                .at("2026-03-16T09:00:00Z")
                .naming(LineQuantity.of("1", 1))
                .go("refund", "seller", GOODS)
                .later("PT1S");

        assertThat(walk.no("refund", "seller", MONEY).code()).isEqualTo(Reason.TOO_LATE);
        assertThat(walk.no("refund", "seller", GOODS).code()).isEqualTo(Reason.TOO_LATE);
        assertThat(walk.go("send-exchange", "seller", "tracking-number", "BG2").status())
                .isEqualTo("complete");
    }

    @Test
    void an_order_is_sent_received_and_cancelled_as_a_whole() {
        LineQuantity one = LineQuantity.of("1", 1);

        assertThat(placed().naming(one).no("cancel", "customer").code()).isEqualTo(Reason.ITEMS_NOT_SO);
        assertThat(placed().go("cancel", "customer").order().items().of("1")).isEqualTo(Map.of("cancelled", 3));
        assertThat(processing()
                        .naming(one)
                        .no("ship", "seller", "tracking-number", "BG1")
                        .code())
                .isEqualTo(Reason.ITEMS_NOT_SO);
        assertThat(shipped().naming(one).no("complete", "seller").code()).isEqualTo(Reason.ITEMS_NOT_SO);
    }

    @Test
    void nothing_is_settled_before_it_is_sent() {
        assertThat(processing().no("refund", "seller", MONEY).code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    private static OrderWalk placed() {
        return OrderWalk.of(Presets.marketplaceSellerItems())
                .ordering(
                        Line.of("MUG-1", "Mug", 3).withId("1"),
                        Line.of("LID-1", "Lid", 1).withId("2"))
                .place("customer");
    }

    private static OrderWalk processing() {
        return placed().go("confirm-payment", "platform").go("process", "seller");
    }

    private static OrderWalk shipped() {
        return processing().go("ship", "seller", "tracking-number", "BG1");
    }

    private static OrderWalk complete() {
        return shipped().go("complete", "seller");
    }
}
