package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import dev.orderly.order.Deadline;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void an_order_waits_seven_days() {
        OrderWalk walk = ready();

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

    private static OrderWalk ready() {
        return paid("pickup").go("arrive", "staff");
    }
}
