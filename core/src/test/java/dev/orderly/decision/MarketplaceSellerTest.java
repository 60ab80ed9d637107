package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.workflow.Money;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The ways of the {@code marketplace-seller} preset, and what it refuses. */
class MarketplaceSellerTest {

    private static final Object[] EXPLAINED = {"note", "came broken", "resolution", "money-returned"};

    @Test
    void an_order_is_paid_processed_shipped_received_and_verified() {
        OrderWalk walk = complete().go("verify-delivery", "platform");

        assertThat(walk.steps())
                .containsExactly(
                        "place: pending",
                        "confirm-payment: processed",
                        "process: processing",
                        "ship: shipped",
                        "complete: complete",
                        "verify-delivery: complete");
    }

    @Test
    void processed_comes_before_processing() {
        assertThat(placed().no("process", "seller").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void only_the_platform_confirms_a_payment() {
        assertThat(placed().no("confirm-payment", "seller").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void a_parcel_has_a_tracking_number() {
        OrderWalk walk = placed().go("confirm-payment", "platform").go("process", "seller");

        assertThat(walk.explain(walk.no("ship", "seller", "warranty-card", true)))
                .isEqualTo("Missing: Tracking number.");
    }

    @Test
    void the_seller_ticks_what_the_parcel_holds() {
        assertThat(shipped("warranty-card", true, "return-form", "no")
                        .order()
                        .fields()
                        .asMap())
                .containsEntry("warranty-card", true)
                .containsEntry("return-form", false)
                .doesNotContainKey("invoice-or-receipt");
    }

    @Test
    void a_delivery_is_verified_once() {
        OrderWalk walk = complete().go("verify-delivery", "platform");

        assertThat(walk.explain(walk.no("verify-delivery", "platform")))
                .isEqualTo("“Verify delivery” has been done before, on 2026-03-02 11:00.");
    }

    @Test
    void a_refund_needs_a_note_and_a_resolution() {
        OrderWalk walk = complete();

        assertThat(walk.explain(walk.no("refund", "seller"))).isEqualTo("Missing: Note, Resolution.");
    }

    @Test
    void a_shipped_order_can_be_refunded() {
        assertThat(shipped().go("refund", "seller", EXPLAINED).status()).isEqualTo("refunded");
    }

    @Test
    void a_refund_has_no_limit_before_the_delivery_is_verified() {
        assertThat(complete()
                        .at("2027-03-02T09:00:00Z")
                        .go("refund", "seller", EXPLAINED)
                        .status())
                .isEqualTo("refunded");
    }

    @Test
    void a_refund_is_possible_exactly_14_days_after_the_verification() {
        assertThat(complete()
                        .go("verify-delivery", "platform")
                        .at("2026-03-16T09:00:00Z")
                        .go("refund", "seller", EXPLAINED)
                        .status())
                .isEqualTo("refunded");
    }

    @Test
    void a_refund_is_refused_one_second_later() {
        OrderWalk walk = complete().go("verify-delivery", "platform").at("2026-03-16T09:00:01Z");

        assertThat(walk.explain(walk.no("refund", "seller", EXPLAINED)))
                .isEqualTo("“Refund or exchange” was possible until 2026-03-16 11:00.");
    }

    @Test
    void with_the_carriers_date_the_14_days_end_with_a_day_in_sofia() {
        OrderWalk walk = complete().go("verify-delivery", "platform", "delivered-on", "2026-02-20");

        assertThat(walk.at("2026-03-06T22:00:00Z")
                        .no("refund", "seller", EXPLAINED)
                        .code())
                .isEqualTo(Reason.TOO_LATE);
        assertThat(walk.at("2026-03-06T21:59:59Z")
                        .go("refund", "seller", EXPLAINED)
                        .status())
                .isEqualTo("refunded");
    }

    @Test
    void an_order_that_is_never_paid_is_cancelled() {
        assertThat(placed().go("cancel", "customer", "reason", "too dear").status())
                .isEqualTo("cancelled");
        assertThat(placed().go("cancel", "platform").status()).isEqualTo("cancelled");
    }

    @Test
    void a_paid_order_is_not_cancelled() {
        assertThat(placed().go("confirm-payment", "platform")
                        .no("cancel", "platform")
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void a_refunded_order_is_at_its_end() {
        assertThat(shipped().go("refund", "seller", EXPLAINED).possible("seller"))
                .isEmpty();
    }

    @Test
    void processing_is_due_within_the_stated_preparation_time() {
        OrderWalk walk = OrderWalk.of(Presets.marketplaceSeller())
                .place("customer", "preparation-days", 3)
                .at("2026-03-03T10:00:00Z")
                .go("confirm-payment", "platform")
                .at("2026-03-04T10:00:00Z")
                .go("process", "seller");

        assertThat(walk.order().overdueAt()).isEqualTo(Instant.parse("2026-03-06T10:00:00Z"));
    }

    @Test
    void without_a_stated_time_an_order_is_never_overdue() {
        assertThat(placed().go("confirm-payment", "platform").order().overdueAt())
                .isNull();
    }

    @Test
    void late_money_on_a_cancelled_order_is_recorded_and_paid_back_but_never_more() {
        OrderWalk walk = placed().go("cancel", "platform");

        assertThat(walk.no("confirm-payment", "platform").code()).isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.no("pay-back", "platform", "amount", "1 EUR").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.no("record-late-payment", "platform").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.no("record-late-payment", "seller", "amount", "10 EUR").code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.no("record-late-payment", "platform", "amount", "-10 EUR")
                        .code())
                .isEqualTo(Reason.DATA_INVALID);
        walk.go("record-late-payment", "platform", "amount", "10 EUR").go("pay-back", "platform", "amount", "4 EUR");
        assertThat(walk.no("pay-back", "platform", "amount", "6.01 EUR").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.go("pay-back", "platform", "amount", "6 EUR").order().field("paid-back"))
                .isEqualTo(Money.parse("10 EUR"));
        assertThat(walk.status()).isEqualTo("cancelled");
    }

    @Test
    void no_late_payment_is_recorded_on_an_order_that_goes_on() {
        assertThat(placed().no("record-late-payment", "platform", "amount", "10 EUR")
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    private static OrderWalk placed() {
        return OrderWalk.of(Presets.marketplaceSeller()).place("customer");
    }

    private static OrderWalk shipped(Object... ticked) {
        Object[] data = new Object[ticked.length + 2];
        System.arraycopy(ticked, 0, data, 2, ticked.length);
        data[0] = "tracking-number";
        data[1] = "BG1";
        return placed().go("confirm-payment", "platform")
                .go("process", "seller")
                .go("ship", "seller", data);
    }

    private static OrderWalk complete() {
        return shipped().go("complete", "seller");
    }
}
