package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Line;
import dev.orderly.order.Parcel;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of the {@code bookstore} preset, and what it refuses. */
class BookstoreTest {

    @Test
    void a_prepaid_order_waits_for_the_money_and_is_packed_shipped_and_delivered() {
        OrderWalk walk = prepaid()
                .go("pay", "platform")
                .go("release", "staff")
                .go("attach-waybill", "staff", "tracking-number", "520000012680041086770098")
                .go("ship", "staff", "carrier", "inpost")
                .go("deliver", "carrier");

        assertThat(walk.steps())
                .containsExactly(
                        "place: awaiting-payment",
                        "pay: in-progress",
                        "release: awaiting-packing",
                        "attach-waybill: awaiting-packing",
                        "ship: shipped",
                        "deliver: delivered");
        assertThat(walk.order().done()).isTrue();
    }

    @Test
    void a_prepaid_order_can_go_by_way_of_invoicing() {
        OrderWalk walk = prepaid()
                .go("pay", "staff")
                .go("invoice", "staff")
                .go("attach-waybill", "staff", "tracking-number", "1")
                .go("ship", "staff")
                .go("deliver", "staff");

        assertThat(walk.steps())
                .containsExactly(
                        "place: awaiting-payment",
                        "pay: in-progress",
                        "invoice: invoicing",
                        "attach-waybill: invoicing",
                        "ship: shipped",
                        "deliver: delivered");
    }

    @Test
    void cash_on_delivery_starts_in_progress() {
        assertThat(cash().status()).isEqualTo("in-progress");
    }

    @Test
    void the_payment_must_be_told() {
        OrderWalk walk = OrderWalk.of(Presets.bookstore());

        assertThat(walk.explain(walk.notPlaced("customer"))).isEqualTo("Missing: Payment method.");
    }

    @Test
    void only_a_customer_places_an_order() {
        assertThat(OrderWalk.of(Presets.bookstore())
                        .notPlaced("staff", "payment", "prepaid")
                        .code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void a_customer_does_not_confirm_his_own_payment() {
        assertThat(prepaid().no("pay", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @Test
    void nothing_is_released_before_the_money_is_there() {
        assertThat(prepaid().no("release", "staff").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void cash_on_delivery_is_not_invoiced() {
        OrderWalk walk = cash();

        assertThat(walk.explain(walk.no("invoice", "staff")))
                .isEqualTo("Payment method must be prepaid, but is cash on delivery.");
    }

    @Test
    void the_payment_cannot_be_changed_to_get_an_invoice() {
        assertThat(cash().no("invoice", "staff", "payment", "prepaid").code()).isEqualTo(Reason.DATA_INVALID);
    }

    @Test
    void nothing_is_shipped_without_a_tracking_number() {
        OrderWalk walk = cash().go("release", "staff");

        assertThat(walk.explain(walk.no("ship", "staff"))).isEqualTo("Missing: Tracking number.");
    }

    @Test
    void the_tracking_number_can_come_with_the_shipment() {
        assertThat(cash().go("release", "staff")
                        .go("ship", "staff", "tracking-number", "1")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void a_waybill_without_a_number_is_none() {
        assertThat(cash().go("release", "staff").no("attach-waybill", "staff").code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void a_pre_release_title_holds_the_parcel_back_and_is_named_with_its_date() {
        OrderWalk walk = prerelease();

        assertThat(walk.explain(walk.no("ship", "staff", "tracking-number", "1")))
                .isEqualTo("Not available yet: Kongres futurologiczny (2026-05-31).");
    }

    @Test
    void the_customer_reads_the_refusal_in_polish() {
        OrderWalk walk = prerelease();

        assertThat(walk.no("ship", "staff", "tracking-number", "1").explain(walk.workflow(), "pl"))
                .isEqualTo("Jeszcze niedostępne: Kongres futurologiczny (2026-05-31).");
    }

    @Test
    void a_pre_release_title_is_shipped_from_its_day_in_warsaw() {
        assertThat(prerelease()
                        .at("2026-05-30T22:00:00Z")
                        .go("ship", "staff", "tracking-number", "1")
                        .status())
                .isEqualTo("shipped");
    }

    @Test
    void a_customer_cancels_while_the_money_is_not_there() {
        assertThat(prepaid().go("cancel", "customer").status()).isEqualTo("cancelled");
    }

    @Test
    void a_customer_does_not_cancel_later() {
        assertThat(prepaid().go("pay", "staff").no("cancel", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"in-progress", "invoicing", "awaiting-packing"})
    void the_shop_cancels_later_with_a_reason_only(String status) {
        OrderWalk walk = prepaid().go("pay", "staff");
        if (!status.equals("in-progress")) {
            walk.go(status.equals("invoicing") ? "invoice" : "release", "staff");
        }

        assertThat(walk.no("cancel", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.go("cancel", "staff", "reason", "out of print").status())
                .isEqualTo("cancelled");
    }

    @Test
    void what_is_shipped_is_not_cancelled() {
        OrderWalk walk = cash().go("release", "staff").go("ship", "staff", "tracking-number", "1");

        assertThat(walk.explain(walk.no("cancel", "staff", "reason", "late")))
                .isEqualTo("“Cancel order” is not possible in status “Fulfilled”. Possible there: Confirm delivery.");
    }

    @Test
    void a_carrier_named_at_the_shipment_gives_the_waybill_its_link() {
        OrderWalk walk = cash().go("release", "staff")
                .go("attach-waybill", "staff", "tracking-number", "77")
                .go("ship", "staff", "carrier", "inpost");

        assertThat(walk.order().parcels())
                .containsExactly(Parcel.of("77")
                        .withCarrier("inpost")
                        .withLink("https://inpost.pl/sledzenie-przesylek?number=77"));
    }

    @Test
    void a_delivered_order_is_at_its_end() {
        OrderWalk walk = cash().go("release", "staff")
                .go("ship", "staff", "tracking-number", "1")
                .go("deliver", "carrier");

        assertThat(walk.possible("staff")).isEmpty();
    }

    private static OrderWalk prepaid() {
        return OrderWalk.of(Presets.bookstore()).place("customer", "payment", "prepaid");
    }

    private static OrderWalk cash() {
        return OrderWalk.of(Presets.bookstore()).place("customer", "payment", "cash-on-delivery");
    }

    private static OrderWalk prerelease() {
        Line book = Line.of("9788308000000", "Kongres futurologiczny", 1);
        return OrderWalk.of(Presets.bookstore())
                .ordering(book.withAvailableFrom(LocalDate.parse("2026-05-31")), Line.of("2", "Solaris", 1))
                .place("customer", "payment", "cash-on-delivery")
                .go("release", "staff");
    }
}
