package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.file.Presets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of the {@code ip-store} preset, and what it refuses. */
class IpStoreTest {

    @Test
    void a_carrier_takes_the_order_to_the_customer() {
        OrderWalk walk = prepared("delivery", "carrier")
                .go("hand-over", "staff", "tracking-number", "AC1", "carrier", "acs")
                .go("receive", "carrier");

        assertThat(walk.steps())
                .containsExactly(
                        "place: awaiting-processing",
                        "start: processing",
                        "gather: gathering",
                        "prepare: preparing-shipment",
                        "hand-over: handed-to-carrier",
                        "receive: received");
    }

    @Test
    void a_customer_picks_the_order_up_in_a_store() {
        OrderWalk walk = prepared("delivery", "store-pickup")
                .go("make-ready", "staff", "store", "Θεσσαλονίκη")
                .go("receive", "customer");

        assertThat(walk.steps()).endsWith("make-ready: ready-for-pickup", "receive: received");
    }

    @Test
    void the_companys_vehicle_brings_the_order_to_a_business() {
        OrderWalk walk = prepared("delivery", "company-vehicle", "customer-type", "business")
                .go("dispatch", "staff")
                .go("receive", "staff");

        assertThat(walk.steps()).endsWith("dispatch: company-vehicle", "receive: received");
    }

    @Test
    void the_companys_vehicle_does_not_drive_to_consumers() {
        OrderWalk walk = OrderWalk.of(Presets.ipStore());

        assertThat(walk.explain(walk.notPlaced("customer", "delivery", "company-vehicle", "customer-type", "consumer")))
                .contains("Customer type must be business, but is consumer.");
    }

    @Test
    void of_several_words_that_would_do_each_has_its_label() {
        OrderWalk walk = OrderWalk.of(Presets.ipStore());

        assertThat(walk.explain(walk.notPlaced("customer", "delivery", "company-vehicle", "customer-type", "consumer")))
                .startsWith("Delivery method must be by carrier / pickup at the store, but is by company vehicle.");
    }

    @Test
    void the_companys_vehicle_needs_to_know_the_customers_type() {
        assertThat(OrderWalk.of(Presets.ipStore())
                        .notPlaced("customer", "delivery", "company-vehicle")
                        .code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @ParameterizedTest
    @CsvSource({
        "carrier, hand-over",
        "store-pickup, make-ready",
        "company-vehicle, dispatch",
    })
    void exactly_one_branch_is_open(String delivery, String branch) {
        OrderWalk walk = prepared("delivery", delivery, "customer-type", "business");

        assertThat(walk.possible("staff")).containsExactly(branch);
    }

    @ParameterizedTest
    @CsvSource({
        "carrier, make-ready",
        "carrier, dispatch",
        "store-pickup, hand-over",
        "store-pickup, dispatch",
        "company-vehicle, hand-over",
        "company-vehicle, make-ready",
    })
    void the_other_branches_are_refused(String delivery, String branch) {
        OrderWalk walk = prepared("delivery", delivery, "customer-type", "business");
        Object[] data = switch (branch) {
            case "hand-over" -> new Object[] {"tracking-number", "1"};
            case "make-ready" -> new Object[] {"store", "Αθήνα"};
            default -> new Object[0];
        };

        assertThat(walk.no(branch, "staff", data).code()).isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payment-arranged", "details-verified", "stock-confirmed"})
    void nothing_is_gathered_while_one_thing_is_not_verified(String unverified) {
        OrderWalk walk = OrderWalk.of(Presets.ipStore())
                .place("customer", "delivery", "carrier")
                .go("start", "staff", verified());

        assertThat(walk.no("gather", "staff", unverified, false).code()).isEqualTo(Reason.CONDITION_NOT_MET);
    }

    @Test
    void what_is_not_verified_at_all_is_asked_for() {
        OrderWalk walk = OrderWalk.of(Presets.ipStore())
                .place("customer", "delivery", "carrier")
                .go("start", "staff");

        assertThat(walk.explain(walk.no("gather", "staff")))
                .isEqualTo("Missing: Payment is arranged, Details are verified, Stock is confirmed.");
    }

    @Test
    void a_carrier_needs_a_tracking_number() {
        assertThat(prepared("delivery", "carrier").no("hand-over", "staff").code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void a_pickup_needs_a_store() {
        assertThat(prepared("delivery", "store-pickup")
                        .no("make-ready", "staff")
                        .code())
                .isEqualTo(Reason.DATA_MISSING);
    }

    @Test
    void the_store_can_have_been_chosen_by_the_customer() {
        assertThat(prepared("delivery", "store-pickup", "store", "Αθήνα")
                        .go("make-ready", "staff")
                        .status())
                .isEqualTo("ready-for-pickup");
    }

    @Test
    void there_is_no_cancellation() {
        assertThat(prepared("delivery", "carrier").no("cancel", "staff").code()).isEqualTo(Reason.UNKNOWN_EVENT);
    }

    @Test
    void a_customer_can_do_nothing_before_the_order_is_under_way() {
        assertThat(prepared("delivery", "carrier").possible("customer")).isEmpty();
    }

    private static OrderWalk prepared(Object... data) {
        return OrderWalk.of(Presets.ipStore())
                .place("customer", data)
                .go("start", "staff", verified())
                .go("gather", "staff")
                .go("prepare", "staff");
    }

    private static Object[] verified() {
        return new Object[] {"payment-arranged", true, "details-verified", true, "stock-confirmed", true};
    }
}
