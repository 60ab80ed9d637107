package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Line;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is possible where amounts decide, and which fields a request must give for it. */
class AmountSearchTest {

    /** A shop with one event that is asked about. */
    private static OrderWalk asked(Consumer<TransitionBuilder<String>> event, Object... placedWith) {
        Workflow shop = Workflow.builder("amounts")
                .field(Field.of("amount", FieldType.MONEY))
                .field(Field.of("paid", FieldType.MONEY))
                .field(Field.of("refunded", FieldType.MONEY).withAtMost(Reference.field("paid")))
                .field(Field.of("count", FieldType.NUMBER))
                .field(Field.of("limit", FieldType.NUMBER))
                .field(Field.of("frost", FieldType.NUMBER).withMax(FieldBound.of(-5)))
                .field(Field.of("crowd", FieldType.NUMBER).withMin(FieldBound.of(100)))
                .field(Field.of("third", FieldType.NUMBER))
                .field(Field.of("gift", FieldType.YES_NO))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition(
                        "place",
                        t -> t.to("open")
                                .takes(
                                        "amount",
                                        "paid",
                                        "refunded",
                                        "count",
                                        "limit",
                                        "frost",
                                        "crowd",
                                        "third",
                                        "gift"))
                .transition("ask", t -> event.accept(t.from("open")))
                .transition("close", t -> t.from("open").to("closed"))
                .build();
        return OrderWalk.of(shop)
                .ordering(Line.of("978-1", "Solaris", 2).withPrice(Money.parse("20 EUR")))
                .place("customer", placedWith);
    }

    private static boolean isPossible(OrderWalk walk) {
        return walk.can("ask", "staff").isPossible();
    }

    private static List<String> needs(OrderWalk walk) {
        return walk.can("ask", "staff").needs().stream().map(Field::name).toList();
    }

    @Test
    void a_field_is_asked_for_whose_value_of_now_is_over_what_the_event_lowers() {
        OrderWalk walk = asked(
                t -> t.takes("refunded").set("paid", Money.parse("10 EUR")), "paid", "40 EUR", "refunded", "30 EUR");

        assertThat(isPossible(walk)).isTrue();
        assertThat(needs(walk)).containsExactly("refunded");
    }

    @Test
    void a_field_that_may_be_given_is_not_asked_for_where_nothing_is_wrong_without() {
        OrderWalk walk = asked(t -> t.takes("refunded"));

        assertThat(isPossible(walk)).isTrue();
        assertThat(needs(walk)).isEmpty();
    }

    @Test
    void what_the_order_lacks_up_to_a_total_is_found() {
        OrderWalk walk = asked(t -> t.whenField(FieldComparison.atLeast("paid", Reference.linesTotal())));

        assertThat(isPossible(walk)).isTrue();
        assertThat(needs(walk)).containsExactly("paid");
    }

    @Test
    void the_one_amount_that_is_left_is_found() {
        Consumer<TransitionBuilder<String>> rest = t -> t.needs("amount")
                .add("refunded", Reference.field("amount"))
                .whenField(FieldComparison.atLeast("refunded", Reference.field("paid")));

        assertThat(isPossible(asked(rest, "paid", "41.07 EUR", "refunded", "30 EUR")))
                .isTrue();
    }

    @Test
    void an_amount_that_may_be_given_and_must_be_added_is_looked_for() {
        Consumer<TransitionBuilder<String>> refund = t -> t.takes("amount")
                .add("refunded", Reference.field("amount"))
                .whenField(new FieldCondition("amount", Operator.MORE_THAN, List.of("0 EUR")));

        OrderWalk left = asked(refund, "paid", "40 EUR", "refunded", "30 EUR");
        assertThat(isPossible(left)).isTrue();
        assertThat(needs(left)).containsExactly("amount");
        assertThat(isPossible(asked(refund, "paid", "40 EUR", "refunded", "40 EUR")))
                .isFalse();
    }

    @Test
    void values_at_the_bounds_of_a_field_are_tried() {
        assertThat(isPossible(asked(
                        t -> t.takes("crowd").whenField(FieldComparison.moreThan("crowd", Reference.field("limit"))),
                        "limit",
                        7)))
                .isTrue();
        assertThat(isPossible(asked(
                        t -> t.takes("frost").whenField(FieldComparison.lessThan("frost", Reference.field("limit"))),
                        "limit",
                        500)))
                .isTrue();
        assertThat(isPossible(asked(
                        t -> t.takes("frost").whenField(FieldComparison.moreThan("frost", Reference.field("limit"))),
                        "limit",
                        -5)))
                .isFalse();
    }

    @Test
    void the_bound_itself_is_tried_where_nothing_else_between_it_and_what_is_compared_is() {
        assertThat(isPossible(asked(
                        t -> t.takes("frost").whenField(FieldComparison.moreThan("frost", Reference.field("limit"))),
                        "frost",
                        -10,
                        "limit",
                        "-5.5")))
                .isTrue();
        assertThat(isPossible(asked(
                        t -> t.takes("crowd").whenField(FieldComparison.lessThan("crowd", Reference.field("limit"))),
                        "crowd",
                        200,
                        "limit",
                        "100.5")))
                .isTrue();
    }

    @Test
    void what_is_compared_with_can_be_what_the_request_changes() {
        OrderWalk walk = asked(
                t -> t.takes("limit").whenField(FieldComparison.lessThan("count", Reference.field("limit"))),
                "count",
                5,
                "limit",
                3);

        assertThat(isPossible(walk)).isTrue();
        assertThat(needs(walk)).containsExactly("limit");
    }

    @Test
    void a_condition_on_a_field_that_no_amount_touches_is_left_to_the_request() {
        OrderWalk walk = asked(t -> t.takes("gift").whenField("gift", true).add("count", 1), "gift", false);

        assertThat(isPossible(walk)).isTrue();
        assertThat(needs(walk)).containsExactly("gift");
    }

    @Test
    void a_condition_on_what_is_written_is_met_by_the_field_that_it_comes_from() {
        Consumer<TransitionBuilder<String>> grade = t -> t.takes("count")
                .set("limit", Reference.field("count"))
                .whenField(new FieldCondition("limit", Operator.AT_MOST, List.of(5)));

        OrderWalk walk = asked(grade, "count", 6);
        assertThat(isPossible(walk)).isTrue();
        assertThat(needs(walk)).containsExactly("count");
        assertThat(isPossible(asked(
                        t -> t.set("limit", Reference.field("count"))
                                .whenField(new FieldCondition("limit", Operator.AT_MOST, List.of(5))),
                        "count",
                        6)))
                .isFalse();
    }

    @Test
    void two_fields_that_would_each_have_to_be_less_than_the_other_make_an_event_impossible() {
        OrderWalk walk = asked(t -> t.takes("count", "limit")
                .whenField(FieldComparison.lessThan("count", Reference.field("limit")))
                .whenField(FieldComparison.lessThan("limit", Reference.field("count"))));

        assertThat(isPossible(walk)).isFalse();
    }

    @Test
    void an_event_counts_as_possible_where_there_is_more_than_can_be_tried() {
        OrderWalk walk = asked(
                t -> t.takes("count", "limit", "third", "crowd")
                        .whenField(FieldComparison.lessThan("count", Reference.field("limit")))
                        .whenField(FieldComparison.lessThan("limit", Reference.field("third")))
                        .whenField(FieldComparison.lessThan("third", Reference.field("crowd")))
                        .whenField(FieldComparison.lessThan("crowd", Reference.field("count"))),
                "count",
                500,
                "limit",
                900,
                "third",
                1400,
                "crowd",
                2000);

        assertThat(isPossible(walk)).isTrue();
    }

    @Test
    void a_bound_that_an_order_breaks_is_not_asked_of_a_step_that_changes_neither_side() {
        OrderWalk walk = asked(t -> t.takes("refunded"));
        OrderWalk broken = asked(t -> t.takes("refunded"), "paid", "40 EUR");
        Decider decider = broken.decider();

        assertThat(decider.judge(
                        broken.order().toBuilder()
                                .fields(broken.order().fields().with("refunded", Money.parse("50 EUR")))
                                .build(),
                        walk.request("ask", "staff")))
                .isInstanceOf(Allowed.class);
    }
}
