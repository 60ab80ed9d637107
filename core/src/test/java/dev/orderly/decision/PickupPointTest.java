package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Deadline;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of the {@code pickup-point} preset, and what it refuses. */
class PickupPointTest {

    @Test
    void an_order_is_paid_made_ready_and_handed_out_for_its_number() {
        OrderWalk walk = ready().go("issue", "staff", "order-number", OrderWalk.NUMBER);

        assertThat(walk.steps())
                .containsExactly("place: awaiting-payment", "pay: in-processing", "arrive: ready", "issue: issued");
    }

    @Test
    void a_courier_brings_an_order_to_the_door() {
        OrderWalk walk = paid("courier").go("deliver", "carrier");

        assertThat(walk.steps()).endsWith("deliver: issued");
    }

    @Test
    void a_wrong_number_gets_nothing() {
        OrderWalk walk = ready();

        Rejected rejected = walk.no("issue", "staff", "order-number", "A-2");

        assertThat(rejected.code()).isEqualTo(Reason.CONDITION_NOT_MET);
        assertThat(rejected.explain(walk.workflow(), "ru"))
                .isEqualTo("Номер заказа из СМС: требуется номер заказа, а указано A-2.");
    }

    @Test
    void after_a_wrong_number_the_right_one_still_counts() {
        OrderWalk walk = ready();
        walk.no("issue", "staff", "order-number", "A-2");

        assertThat(walk.go("issue", "staff", "order-number", OrderWalk.NUMBER).status())
                .isEqualTo("issued");
    }

    @Test
    void nothing_is_handed_out_without_a_number() {
        assertThat(ready().no("issue", "staff").code()).isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void an_order_for_the_door_does_not_arrive_at_the_point() {
        assertThat(paid("courier").no("arrive", "staff").code()).isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void an_order_for_the_point_is_not_brought_to_the_door() {
        assertThat(paid("pickup").no("deliver", "carrier").code()).isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void nothing_arrives_before_it_is_paid() {
        assertThat(placed("pickup").no("arrive", "staff").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void an_order_is_cancelled_before_dispatch_only() {
        assertThat(placed("pickup").go("cancel", "customer").status()).isEqualTo("cancelled");
        assertThat(paid("pickup").go("cancel", "platform").status()).isEqualTo("cancelled");
        assertThat(ready().no("cancel", "customer").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void an_order_is_turned_down_at_the_point() {
        assertThat(ready().go("refuse", "customer", "reason", "wrong size").status())
                .isEqualTo("returned");
    }

    @Test
    void an_order_waits_seven_days_and_is_reminded_of_a_day_before() {
        OrderWalk walk = ready();

        assertThat(walk.order().deadline())
                .isEqualTo(new Deadline(Instant.parse("2026-03-08T09:00:00Z"), "remind", null));
        walk.at("2026-03-08T09:00:00Z").go("remind", "system");
        assertThat(walk.order().deadline())
                .isEqualTo(new Deadline(Instant.parse("2026-03-09T09:00:00Z"), "expire", null));
        assertThat(walk.at("2026-03-09T08:59:59Z").no("expire", "system").code())
                .isEqualTo(Reason.TOO_EARLY);
        assertThat(walk.at("2026-03-09T09:00:00Z").go("expire", "system").status())
                .isEqualTo("cancelled");
    }

    @Test
    void what_is_handed_out_does_not_expire() {
        OrderWalk walk = ready().go("issue", "staff", "order-number", OrderWalk.NUMBER);

        assertThat(walk.order().deadline()).isNull();
        assertThat(walk.at("2026-03-09T09:00:00Z").no("expire", "system").code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void a_courier_brings_back_what_is_refused_at_the_door() {
        OrderWalk walk = paid("courier");

        assertThat(walk.no("refuse", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        walk.go("refuse", "carrier", "reason", "nobody at home").go("refund", "platform");
        assertThat(walk.status()).isEqualTo("returned");
        assertThat(paid("pickup").no("refuse", "carrier").code()).isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void the_courier_knows_whom_to_phone() {
        OrderWalk walk = OrderWalk.of(Presets.pickupPoint())
                .place("customer", "delivery", "courier", "phone", "+7 916 123-45-67");

        assertThat(walk.order().fields().get("phone")).isEqualTo("+7 916 123-45-67");
    }

    @Test
    void goods_that_are_lost_are_paid_back_once() {
        OrderWalk walk = ready();

        assertThat(walk.no("report-lost", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.go("report-lost", "staff", "reason", "not on the shelf").go("refund", "platform");
        assertThat(walk.status()).isEqualTo("cancelled");
        assertThat(walk.no("refund", "platform").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        assertThat(paid("courier")
                        .go("report-lost", "carrier", "reason", "stolen")
                        .status())
                .isEqualTo("cancelled");
    }

    @Test
    void a_parcel_taken_in_by_mistake_waits_for_its_arrival_and_then_seven_days_anew() {
        OrderWalk walk = ready();

        assertThat(walk.no("undo-arrive", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.at("2026-03-08T09:00:00Z").go("remind", "system").go("undo-arrive", "staff", "reason", "another parcel");
        assertThat(walk.no("expire", "system").code()).isEqualTo(Reason.NOT_IN_STATUS);

        walk.at("2026-03-10T09:00:00Z").go("arrive", "staff");
        assertThat(walk.order().deadline())
                .isEqualTo(new Deadline(Instant.parse("2026-03-16T09:00:00Z"), "remind", null));
        walk.at("2026-03-16T09:00:00Z").go("remind", "system");
        assertThat(walk.at("2026-03-17T09:00:00Z").go("expire", "system").status())
                .isEqualTo("cancelled");
    }

    @Test
    void an_order_is_brought_back_within_seven_days_of_its_receipt() {
        OrderWalk walk = ready().later("PT24H").go("issue", "staff", "order-number", OrderWalk.NUMBER);

        assertThat(walk.no("request-return", "customer").code()).isEqualTo(Reason.DATA_MISSING);
        walk.later("PT168H").go("request-return", "customer", "reason", "wrong size");
        assertThat(walk.status()).isEqualTo("returning");
        assertThat(walk.order().done()).isFalse();
        walk.go("take-back", "staff").go("refund", "platform");
        assertThat(walk.status()).isEqualTo("returned");
        assertThat(walk.no("refund", "platform").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pickup", "courier"})
    void after_seven_days_only_the_staff_take_something_back(String delivery) {
        OrderWalk walk = received(delivery).later("PT169H");

        assertThat(walk.no("request-return", "customer", "reason", "too late").code())
                .isEqualTo(Reason.TOO_LATE);
        assertThat(walk.no("take-back", "customer").code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.go("take-back", "staff", "reason", "broken").status()).isEqualTo("returned");
    }

    @Test
    void a_return_is_withdrawn_or_declined_and_gives_no_more_time() {
        OrderWalk walk = received("courier")
                .go("request-return", "customer", "reason", "wrong size")
                .go("withdraw-return", "customer")
                .go("request-return", "customer", "reason", "wrong size after all");

        assertThat(walk.no("decline-return", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.later("PT169H").go("decline-return", "staff", "reason", "worn");
        assertThat(walk.status()).isEqualTo("issued");
        assertThat(walk.no("request-return", "customer", "reason", "again").code())
                .isEqualTo(Reason.TOO_LATE);
    }

    @Test
    void money_for_a_cancelled_order_is_recorded_and_goes_back() {
        OrderWalk walk = placed("pickup").go("cancel", "customer");

        assertThat(walk.no("refund", "platform").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
        walk.go("pay", "platform").go("refund", "platform");
        assertThat(walk.status()).isEqualTo("cancelled");
        assertThat(walk.no("refund", "platform").code()).isEqualTo(Reason.OUT_OF_BOUNDS);
    }

    /** Moscow is three hours ahead of UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T16:59:59Z, 2026-03-03T20:59:59.999999999Z",
        "2026-03-02T17:00:00Z, 2026-03-03T20:59:59.999999999Z",
        "2026-03-02T17:00:01Z, 2026-03-04T20:59:59.999999999Z",
        "2026-03-02T21:00:00Z, 2026-03-04T20:59:59.999999999Z",
    })
    void an_order_is_expected_the_next_day_and_after_20_00_the_day_after_that(String placed, String due) {
        OrderWalk walk = OrderWalk.of(Presets.pickupPoint())
                .at(placed)
                .place("customer", "delivery", "pickup")
                .at("2026-03-03T06:00:00Z")
                .go("pay", "platform");

        assertThat(walk.order().overdueAt()).isEqualTo(Instant.parse(due));
    }

    private static OrderWalk placed(String delivery) {
        return OrderWalk.of(Presets.pickupPoint()).place("customer", "delivery", delivery);
    }

    private static OrderWalk paid(String delivery) {
        return placed(delivery).go("pay", "platform");
    }

    private static OrderWalk received(String delivery) {
        return delivery.equals("courier")
                ? paid(delivery).go("deliver", "carrier")
                : ready().go("issue", "staff", "order-number", OrderWalk.NUMBER);
    }

    private static OrderWalk ready() {
        return paid("pickup").go("arrive", "staff");
    }
}
