package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Line;
import dev.orderly.order.Parcel;
import dev.orderly.workflow.Status;
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
                .isEqualTo(
                        "“Cancel order” is not possible in status “Fulfilled”. Possible there: Confirm delivery, Report"
                                + " parcel lost, Record refusal at the door, Record return to sender, Take parcel back, Undo"
                                + " shipment.");
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
    void a_delivered_order_is_at_its_end_but_for_mistakes_and_replacements() {
        OrderWalk walk = sent().go("deliver", "carrier");

        assertThat(walk.order().done()).isTrue();
        assertThat(walk.possible("carrier")).isEmpty();
        assertThat(walk.possible("staff")).containsExactlyInAnyOrder("send-again", "undo-deliver");
    }

    @Test
    void a_parcel_that_is_lost_is_sent_again_under_a_new_number() {
        OrderWalk walk = sent().go("report-lost", "carrier");

        assertThat(walk.explain(walk.no("send-again", "staff"))).isEqualTo("Missing: Tracking number.");
        walk.go("send-again", "staff", "tracking-number", "2").go("deliver", "carrier");

        assertThat(walk.steps()).endsWith("report-lost: lost", "send-again: shipped", "deliver: delivered");
        assertThat(walk.order().parcels()).map(Parcel::trackingNumber).containsExactly("1", "2");
    }

    @Test
    void a_parcel_that_turns_up_goes_on() {
        assertThat(sent().go("report-lost", "staff").go("turn-up", "carrier").status())
                .isEqualTo("shipped");
        assertThat(sent().go("refuse", "carrier").go("turn-up", "staff").status())
                .isEqualTo("shipped");
    }

    @Test
    void for_a_lost_parcel_the_money_goes_back_once() {
        OrderWalk walk = prepaid()
                .go("pay", "platform")
                .go("release", "staff")
                .go("ship", "staff", "tracking-number", "1")
                .go("report-lost", "staff");

        assertThat(walk.no("refund", "staff").code()).isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.no("cancel", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("cancel", "staff", "reason", "out of print").go("refund", "staff");

        assertThat(walk.status()).isEqualTo("cancelled");
        assertThat(walk.no("refund", "staff").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refuse", "return-to-sender"})
    void a_parcel_that_is_not_accepted_comes_back_and_is_sent_again_or_cancelled(String event) {
        OrderWalk walk = sent().go(event, "carrier", "reason", "nobody at home");

        assertThat(walk.status()).isEqualTo("returning");
        assertThat(walk.no("send-again", "staff", "tracking-number", "2").code())
                .isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.no("take-back", "carrier").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        walk.go("take-back", "staff");
        assertThat(walk.status()).isEqualTo("returned-to-sender");

        assertThat(walk.no("deliver", "carrier").code()).isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.go("send-again", "staff", "tracking-number", "2").status())
                .isEqualTo("shipped");
        walk.go("take-back", "staff").go("cancel", "staff", "reason", "refused twice");
        assertThat(walk.status()).isEqualTo("cancelled");
    }

    @Test
    void cash_that_never_came_does_not_go_back() {
        OrderWalk walk = sent().go("take-back", "staff").go("cancel", "staff", "reason", "refused");

        assertThat(walk.no("refund", "staff").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
    }

    @Test
    void money_for_a_cancelled_order_is_recorded_and_goes_back() {
        OrderWalk walk = prepaid().go("cancel", "customer").go("pay", "platform");

        assertThat(walk.status()).isEqualTo("cancelled");
        assertThat(walk.no("pay", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.no("refund", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        walk.go("refund", "staff");
        assertThat(walk.no("refund", "staff").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(walk.go("pay", "platform").go("refund", "staff").status()).isEqualTo("cancelled");
    }

    @Test
    void a_replacement_is_sent_after_a_complaint() {
        OrderWalk walk = sent().go("deliver", "carrier")
                .open("complaint", "customer", "reason", "Pages are missing", "wish", "replacement")
                .goCase(1, "accept", "staff", "answer", "We send another one")
                .go("send-again", "staff", "tracking-number", "2")
                .go("deliver", "carrier");

        assertThat(walk.status()).isEqualTo("delivered");
        assertThat(walk.order().cases().get(0).status()).isEqualTo("accepted");
    }

    @Test
    void a_complaint_is_rejected_with_an_answer_only() {
        OrderWalk walk = sent().open("complaint", "customer", "reason", "It is blue");

        assertThat(walk.noCase(1, "reject", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.noCase(1, "accept", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        walk.goCase(1, "reject", "staff", "answer", "It always was");
        assertThat(walk.noCase(1, "accept", "staff").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing-invoice", "change-of-data", "other"})
    void customer_service_is_asked_in_every_status_even_of_a_cancelled_order(String kind) {
        OrderWalk walk = prepaid()
                .go("cancel", "customer")
                .open("inquiry", "customer", "kind", kind, "message", "Please help")
                .goCase(1, "answer", "staff", "answer", "Done");

        assertThat(walk.order().cases().get(0).open()).isFalse();
        assertThat(walk.workflow().caseType("inquiry").orElseThrow().openIn())
                .containsExactlyInAnyOrderElementsOf(
                        walk.workflow().statuses().stream().map(Status::name).toList());
    }

    @Test
    void what_was_pressed_for_the_wrong_order_is_undone() {
        OrderWalk walk = sent().go("deliver", "staff");

        assertThat(walk.no("undo-deliver", "carrier", "reason", "mistake").code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.no("undo-deliver", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("undo-deliver", "staff", "reason", "another order")
                .go("undo-ship", "staff", "reason", "another order")
                .go("undo-release", "staff")
                .go("release", "staff")
                .go("ship", "staff")
                .go("deliver", "carrier");

        assertThat(walk.steps())
                .endsWith(
                        "undo-deliver: shipped",
                        "undo-ship: awaiting-packing",
                        "undo-release: in-progress",
                        "release: awaiting-packing",
                        "ship: shipped",
                        "deliver: delivered");
        assertThat(walk.order().parcels()).hasSize(1);
    }

    private static OrderWalk sent() {
        return cash().go("release", "staff").go("ship", "staff", "tracking-number", "1");
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
