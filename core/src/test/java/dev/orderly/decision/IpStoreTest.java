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

    @Test
    void a_received_order_is_rated_once_from_one_to_five() {
        OrderWalk walk = received();

        assertThat(walk.no("rate", "staff", "rating", 5).code()).isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.no("rate", "customer").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.no("rate", "customer", "rating", 0).code()).isEqualTo(Reason.DATA_INVALID);
        assertThat(walk.go("rate", "customer", "rating", 5, "review", "Άψογα")
                        .no("rate", "customer", "rating", 1)
                        .code())
                .isEqualTo(Reason.ALREADY_DONE);
        assertThat(walk.status()).isEqualTo("received");
    }

    @Test
    void an_order_is_not_rated_before_it_is_received() {
        assertThat(prepared("delivery", "carrier")
                        .no("rate", "customer", "rating", 5)
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void nothing_is_expected_on_a_day_that_is_over() {
        OrderWalk walk = prepared("delivery", "carrier");

        assertThat(walk.no("hand-over", "staff", "tracking-number", "1", "expected-on", "2026-03-01")
                        .code())
                .isEqualTo(Reason.DATA_INVALID);
        assertThat(walk.go("hand-over", "staff", "tracking-number", "1", "expected-on", "2026-03-02")
                        .status())
                .isEqualTo("handed-to-carrier");
    }

    @Test
    void a_question_is_answered_and_asked_again_at_any_time() {
        OrderWalk walk = OrderWalk.of(Presets.ipStore())
                .place("customer", "delivery", "carrier")
                .open("question", "customer", "question", "Πότε;");

        assertThat(walk.noCase(1, "answer", "customer", "answer", "Αύριο").code())
                .isEqualTo(Reason.ROLE_NOT_ALLOWED);
        assertThat(walk.noCase(1, "answer", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        walk.goCase(1, "answer", "staff", "answer", "Αύριο");
        assertThat(walk.order().hasOpenCase()).isFalse();
        walk.goCase(1, "ask-again", "customer", "question", "Τι ώρα;");
        assertThat(walk.order().hasOpenCase()).isTrue();
        assertThat(walk.goCase(1, "answer", "staff", "answer", "Στις 5").caseStatus(1))
                .isEqualTo("answered");
    }

    @Test
    void a_product_is_repaired_and_handed_back() {
        OrderWalk walk = received().open("repair", "customer", "product", "Κάμερα", "fault", "Δεν ανάβει");

        assertThat(walk.noCase(1, "arrive", "staff").code()).isEqualTo(Reason.NOT_IN_STATUS);
        walk.goCase(1, "accept", "staff").goCase(1, "arrive", "staff");
        assertThat(walk.noCase(1, "finish", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.noCase(1, "withdraw", "customer").code()).isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.goCase(1, "finish", "staff", "result", "replaced")
                        .goCase(1, "hand-back", "staff")
                        .caseStatus(1))
                .isEqualTo("handed-back");
    }

    @Test
    void a_repair_is_declined_with_an_answer_only_and_withdrawn_by_the_customer() {
        OrderWalk walk = received()
                .open("repair", "customer", "product", "Κάμερα", "fault", "Ράγισε")
                .open("repair", "customer", "product", "Καλώδιο", "fault", "Κόπηκε");

        assertThat(walk.noCase(1, "decline", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.goCase(1, "decline", "staff", "answer", "Εκτός εγγύησης")
                        .caseStatus(1))
                .isEqualTo("declined");
        assertThat(walk.goCase(2, "withdraw", "customer").caseStatus(2)).isEqualTo("withdrawn");
    }

    @Test
    void only_what_was_received_is_repaired_or_returned() {
        OrderWalk walk = prepared("delivery", "carrier");

        assertThat(walk.notOpened("repair", "customer", "product", "Κάμερα", "fault", "Δεν ανάβει")
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.notOpened("return", "customer", "products", "Κάμερα", "reason", "Δεν κάνει")
                        .code())
                .isEqualTo(Reason.NOT_IN_STATUS);
    }

    @ParameterizedTest
    @CsvSource({"refund, refunded", "exchange, exchanged"})
    void a_return_is_accepted_arrives_and_is_settled(String event, String end) {
        OrderWalk walk = returning();

        assertThat(walk.noCase(1, event, "staff").code()).isEqualTo(Reason.NOT_IN_STATUS);
        assertThat(walk.goCase(1, "accept", "staff")
                        .goCase(1, "arrive", "staff")
                        .goCase(1, event, "staff")
                        .caseStatus(1))
                .isEqualTo(end);
        assertThat(walk.status()).isEqualTo("received");
    }

    @Test
    void a_return_that_arrives_broken_is_declined_with_an_answer() {
        OrderWalk walk = returning().goCase(1, "accept", "staff").goCase(1, "arrive", "staff");

        assertThat(walk.noCase(1, "decline", "staff").code()).isEqualTo(Reason.DATA_MISSING);
        assertThat(walk.goCase(1, "decline", "staff", "answer", "Χρησιμοποιημένο")
                        .caseStatus(1))
                .isEqualTo("declined");
    }

    @Test
    void a_return_is_withdrawn_before_it_arrives() {
        assertThat(returning()
                        .goCase(1, "accept", "staff")
                        .goCase(1, "withdraw", "customer")
                        .caseStatus(1))
                .isEqualTo("withdrawn");
    }

    @Test
    void a_return_is_asked_for_within_14_days_of_the_receipt() {
        OrderWalk walk = received().later("PT336H1S");

        assertThat(walk.notOpened("return", "customer", "products", "Κάμερα", "reason", "Δεν κάνει")
                        .code())
                .isEqualTo(Reason.TOO_LATE);
        assertThat(walk.at(OrderWalk.START)
                        .later("PT336H")
                        .open("return", "customer", "products", "Κάμερα", "reason", "Δεν κάνει")
                        .caseStatus(1))
                .isEqualTo("requested");
    }

    private static OrderWalk received() {
        return prepared("delivery", "store-pickup", "store", "Αθήνα")
                .go("make-ready", "staff")
                .go("receive", "customer");
    }

    private static OrderWalk returning() {
        return received().open("return", "customer", "products", "Κάμερα", "reason", "Δεν κάνει", "wish", "money");
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
