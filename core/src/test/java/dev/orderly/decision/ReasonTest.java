package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every refusal of the library: its code, its parameters and its sentence. */
class ReasonTest {

    private static final Map<String, Rejected> REFUSALS = RefusalAssert.bySentence();
    private static final Workflow STALL = MarketplaceStall.shipping(t -> {}).build();

    @Test
    void an_unknown_order_is_named() {
        refused("unknown-order", Map.of("order", "A-1"), "There is no order A-1.");
    }

    @Test
    void an_order_is_placed_once() {
        refused("already-placed", Map.of("order", "A-1"), "Order A-1 was placed before.");
    }

    @Test
    void a_request_id_belongs_to_one_request() {
        refused(
                "request-id-reused",
                Map.of("id", "r-1", "event", "ship"),
                "The request id r-1 was used before for the event “Ship” with other content; a new request needs a new"
                        + " id.");
    }

    @Test
    void an_order_that_changed_is_told_with_both_ends_of_its_history() {
        refused(
                "order-changed",
                Map.of("order", "A-1", "expected", 3L, "actual", 4L),
                "The order has changed meanwhile: its history ends at entry 4, not at 3.");
    }

    @Test
    void an_unknown_event_is_named_with_the_workflow() {
        refused(
                "unknown-event",
                Map.of("event", "sing", "workflow", "stall"),
                "The workflow stall has no event “sing”.");
    }

    @Test
    void an_unknown_case_is_named_with_the_order() {
        refused("unknown-case", Map.of("order", "A-1", "case", "7"), "Order A-1 has no case 7.");
    }

    @Test
    void an_event_in_a_wrong_status_is_told_with_those_that_are_possible() {
        refused(
                "not-in-status",
                Map.of("event", "ship", "status", "shipped", "possible", List.of("close")),
                "“Ship” is not possible in status “Shipped”. Possible there: Close.");
    }

    @Test
    void where_nothing_is_possible_a_dash_says_so() {
        OrderWalk walk = MarketplaceStall.placed(t -> {}).go("close", "staff");

        assertThat(walk.explain(walk.no("ship", "staff")))
                .isEqualTo("“Ship” is not possible in status “Closed”. Possible there: –.");
    }

    @Test
    void a_role_is_told_who_may() {
        refused(
                "role-not-allowed",
                Map.of("event", "ship", "role", "customer", "allowed", List.of("staff")),
                "The role customer may not do “Ship”; it is up to: staff.");
    }

    @Test
    void missing_fields_are_listed_by_their_labels() {
        refused("data-missing", Map.of("fields", List.of("tracking", "weight")), "Missing: Tracking number, Weight.");
    }

    @Test
    void a_value_of_the_wrong_type_is_told_what_it_should_be() {
        refused(
                "data-invalid",
                Map.of("field", "weight", "problem", "\"heavy\" is not a number such as 12 or 3.5"),
                "Weight: \"heavy\" is not a number such as 12 or 3.5.");
    }

    @Test
    void an_unknown_field_is_named_with_the_workflow() {
        refused(
                "data-invalid.unknown-field",
                Map.of("kind", "unknown-field", "name", "colour", "workflow", "stall"),
                "The workflow stall has no field colour.");
    }

    @Test
    void a_field_that_the_event_does_not_take_is_named_with_its_value() {
        refused(
                "data-invalid.not-taken",
                Map.of("kind", "not-taken", "event", "ship", "field", "reason", "value", "none"),
                "“Ship” cannot set Reason to none.");
    }

    @Test
    void a_condition_tells_what_is_expected_and_what_is() {
        refused(
                "condition-not-met",
                Map.of("field", "payment", "expected", "prepaid", "actual", "cash"),
                "Payment must be prepaid, but is cash.");
    }

    @Test
    void a_condition_can_ask_for_another_value() {
        refused(
                "condition-not-met.is-not",
                Map.of("kind", "is-not", "field", "payment", "expected", "cash", "actual", "cash"),
                "Payment must be other than cash, but is cash.");
    }

    @Test
    void a_condition_can_ask_for_no_value() {
        refused(
                "condition-not-met.absent",
                Map.of("kind", "absent", "field", "payment", "actual", "cash"),
                "Payment must be left out, but is cash.");
    }

    @Test
    void a_condition_on_the_orders_number_does_not_give_it_away() {
        refused(
                "condition-not-met.order-number",
                Map.of("kind", "order-number", "field", "reason", "actual", "B-2"),
                "Reason must be the order’s number, but is B-2.");
    }

    @Test
    void lines_that_cannot_be_sent_yet_are_named_with_their_days() {
        refused(
                "line-not-available",
                Map.of("lines", List.of("Eden (2026-05-04)", "Fiasco (2026-06-01)"), "from", "2026-06-01"),
                "Not available yet: Eden (2026-05-04), Fiasco (2026-06-01).");
    }

    @Test
    void an_open_case_is_in_the_way() {
        refused("case-open", Map.of(), "A case on the order is still open.");
    }

    @Test
    void what_happened_before_is_told_with_its_time() {
        refused(
                "already-done",
                Map.of("event", "ship", "at", OrderWalk.START),
                "“Ship” has been done before, on 2026-03-02 09:00.");
    }

    @Test
    void what_comes_too_early_is_told_from_when() {
        refused(
                "too-early",
                Map.of("event", "ship", "from", Instant.parse("2026-03-03T09:00:00Z")),
                "“Ship” is not possible before 2026-03-03 09:00.");
    }

    @Test
    void what_waits_for_an_event_is_told_for_which() {
        refused(
                "too-early.waits",
                Map.of("kind", "waits", "event", "ship", "of", "ship"),
                "“Ship” is not possible before “Ship” has happened.");
    }

    @Test
    void what_waits_for_a_number_of_days_is_told_which_field_says_it() {
        refused(
                "too-early.no-days",
                Map.of("kind", "no-days", "event", "ship", "field", "days"),
                "“Ship” is not possible before “Days to wait” says after how many days.");
    }

    @Test
    void nothing_happens_before_what_has_happened() {
        refused(
                "too-early.out-of-order",
                Map.of(
                        "kind",
                        "out-of-order",
                        "event",
                        "ship",
                        "at",
                        Instant.parse("2026-03-02T08:59:59Z"),
                        "last",
                        OrderWalk.START),
                "“Ship” at 2026-03-02 08:59:59 would come before what happened to the order at 2026-03-02 09:00.");
    }

    @Test
    void what_comes_too_late_is_told_until_when_it_was_possible() {
        refused(
                "too-late",
                Map.of("event", "ship", "until", Instant.parse("2026-03-03T09:00:00Z")),
                "“Ship” was possible until 2026-03-03 09:00.");
    }

    @Test
    void several_sentences_are_joined() {
        OrderWalk walk = MarketplaceStall.placed(t -> t.takes("weight"));

        assertThat(walk.explain(walk.no("ship", "staff", "weight", "99", "reason", "none")))
                .isEqualTo("Weight: 99 is more than 50. “Ship” cannot set Reason to none.");
    }

    @Test
    void a_parameter_that_no_store_could_keep_is_an_error() {
        Reason reason = Reason.of("too-far", "en", "Too far.");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> reason.with("km", List.of(1, 2.5)))
                .withMessage("the parameter \"km\" of the reason \"too-far\" is of the type java.lang.Double, which no"
                        + " store can keep: make it a text, true or false, a number (Integer, Long, BigDecimal), a"
                        + " LocalDate, an Instant, Money, or a list of those");
    }

    private static void refused(String key, Map<String, Object> params, String sentence) {
        Rejected rejected = REFUSALS.getOrDefault(key, Rejected.unknownOrder("none"));
        String code = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;

        assertThat(rejected.reasons()).extracting(Reason::code).containsExactly(code);
        assertThat(rejected.reasons().get(0).params()).isEqualTo(params);
        assertThat(rejected.explain(STALL, "en")).isEqualTo(sentence);
    }
}
