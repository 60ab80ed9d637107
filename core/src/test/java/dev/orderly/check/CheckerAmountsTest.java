package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the checker says of comparisons between fields, bounds between them, and what transitions write. */
class CheckerAmountsTest {

    private static final Reference PAID = Reference.field("paid");

    /** A counter with fields of all types, which can all be given, and one more transition. */
    private static WorkflowBuilder<String, String> till(Consumer<TransitionBuilder<String>> rule) {
        return counter()
                .field(Field.of("paid", FieldType.MONEY))
                .field(Field.of("count", FieldType.NUMBER))
                .field(Field.of("day", FieldType.DATE))
                .field(Field.of("note", FieldType.TEXT))
                .field(Field.of("flag", FieldType.YES_NO))
                .transition("fill", t -> t.from("open").takes("paid", "count", "day", "note", "flag"))
                .transition("book", t -> rule.accept(t.from("open")));
    }

    private static String wrong(String place, String message) {
        return "transitions/3/" + place + ": error: wrong-condition: " + message;
    }

    @Test
    void fields_that_compare_add_and_set_are_in_order() {
        assertThat(problems(till(t -> t.whenField(FieldComparison.atLeast("paid", Reference.linesTotal()))
                        .add("count", 1)
                        .set("flag", true))))
                .isEmpty();
    }

    @Test
    void an_unknown_field_is_reported_wherever_it_is_named() {
        assertThat(problems(till(t -> t.whenField(FieldComparison.atLeast("payd", Reference.linesTotal())))))
                .containsExactly("transitions/3/when/payd: error: unknown-field: \"payd\" is no field of this"
                        + " workflow: did you mean \"paid\"?");
        assertThat(problems(till(t -> t.whenField(FieldComparison.atLeast("paid", Reference.field("payd"))))))
                .anyMatch(problem -> problem.startsWith("transitions/3/when/paid: error: unknown-field"));
        assertThat(problems(till(t -> t.add("cuont", 1))))
                .anyMatch(problem -> problem.startsWith("transitions/3/add/cuont: error: unknown-field"));
        assertThat(problems(till(t -> t.add("count", Reference.field("amuont")))))
                .anyMatch(problem -> problem.startsWith("transitions/3/add/count: error: unknown-field"));
        assertThat(problems(till(t -> t.set("paid", Reference.field("amuont")))))
                .anyMatch(problem -> problem.startsWith("transitions/3/set/paid: error: unknown-field"));
    }

    @Test
    void only_values_of_one_ordered_type_compare() {
        assertThat(problems(till(t -> t.whenField(FieldComparison.atLeast("paid", Reference.field("count"))))))
                .containsExactly(wrong(
                        "when/paid",
                        "field paid has type money and cannot be compared with count, which has type number"));
        assertThat(problems(till(t -> t.whenField(FieldComparison.atLeast("count", Reference.linesTotal())))))
                .containsExactly(wrong(
                        "when/count",
                        "field count has type number and cannot be compared with the total of the lines, which has type"
                                + " money"));
        assertThat(problems(till(t -> t.whenField(FieldComparison.atLeast("note", Reference.field("note"))))))
                .containsExactly(wrong(
                        "when/note",
                        "field note has type text, which has no order: compare a number, a date, an instant or money"));
        assertThat(problems(till(t -> t.whenField(FieldComparison.lessThan("day", Reference.field("day"))))))
                .containsExactly(wrong("when/day", "field day is compared with itself: name another field"));
    }

    @Test
    void a_comparison_that_the_bounds_of_both_fields_rule_out_is_reported() {
        WorkflowBuilder<String, String> shop = till(t ->
                        t.takes("high").whenField(FieldComparison.atMost("high", Reference.field("low"))))
                .field(Field.of("low", FieldType.NUMBER).withMax(FieldBound.of(5)))
                .field(Field.of("high", FieldType.NUMBER).withMin(FieldBound.of(6)))
                .transition("more", t -> t.from("open").takes("low"));

        assertThat(problems(shop))
                .contains(wrong(
                        "when/high",
                        "\"high at most low\" can never hold by what \"min\" and \"max\" of the two fields allow"));
    }

    @Test
    void what_is_written_must_suit_its_field() {
        assertThat(problems(till(t -> t.add("note", "more"))))
                .containsExactly(wrong(
                        "add/note", "field note has type text: only to a number or an amount of money can be added"));
        assertThat(problems(till(t -> t.add("count", "many"))))
                .containsExactly(wrong(
                        "add/count",
                        "field count can never have this value: \"many\" is not a number such as 12 or 3.5"));
        assertThat(problems(till(t -> t.set("flag", "maybe"))))
                .containsExactly(
                        wrong("set/flag", "field flag can never have this value: \"maybe\" is not true or false"));
        assertThat(problems(till(t -> t.add("count", PAID))))
                .containsExactly(
                        wrong("add/count", "field count has type number and cannot take paid, which has type money"));
        assertThat(problems(till(t -> t.set("count", Reference.linesTotal()))))
                .containsExactly(wrong(
                        "set/count",
                        "field count has type number and cannot take the total of the lines, which has type money"));
    }

    @Test
    void a_field_is_written_once_and_not_given_as_well() {
        assertThat(problems(till(t -> t.set("count", 1).set("count", 2))))
                .containsExactly(wrong("set/count", "field count is written twice by one transition: write it once"));
        assertThat(problems(till(t -> t.needs("count").add("count", 1))))
                .contains(wrong(
                        "add/count",
                        "field count is written by the transition, so that no request can give it: take it out of"
                                + " \"needs\", \"has\", \"takes\" and \"checklist\""));
    }

    @Test
    void an_amount_in_a_currency_that_the_field_does_not_take_is_reported() {
        WorkflowBuilder<String, String> shop = till(t -> t.add("fee", Money.parse("1 PLN")))
                .field(Field.of("fee", FieldType.MONEY).withMax(FieldBound.parse("9 EUR")));

        assertThat(problems(shop))
                .containsExactly(wrong("add/fee", "field fee takes no PLN, so that 1 PLN can never be added"));
    }

    @Test
    void a_bound_names_another_field_of_the_same_type() {
        assertThat(problems(till(t -> t.takes("back"))
                        .field(Field.of("back", FieldType.MONEY).withAtMost(Reference.field("payd")))))
                .contains("fields/back/at-most: error: unknown-field: \"payd\" is no field of this workflow: did you"
                        + " mean \"paid\"?");
        assertThat(problems(till(t -> t.takes("back"))
                        .field(Field.of("back", FieldType.MONEY).withAtLeast(Reference.field("count")))))
                .contains(
                        "fields/back/at-least: error: wrong-condition: field back has type money and cannot be compared"
                                + " with count, which has type number");
        assertThat(problems(till(t -> t.takes("back"))
                        .field(Field.of("back", FieldType.MONEY).withAtMost(Reference.field("back")))))
                .contains(
                        "fields/back/at-most: error: wrong-condition: field back is compared with itself: name another"
                                + " field");
    }

    @Test
    void a_case_has_no_total() {
        Workflow incident = Workflow.builder("incident")
                .field(Field.of("paid", FieldType.MONEY).withAtMost(Reference.linesTotal()))
                .status("opened", s -> {})
                .status("solved", s -> s.done())
                .transition("open", t -> t.to("opened").set("paid", Reference.linesTotal()))
                .transition(
                        "solve",
                        t -> t.from("opened")
                                .to("solved")
                                .whenField(FieldComparison.atLeast("paid", Reference.linesTotal())))
                .build();

        assertThat(problems(counter().caseType("incident", LocalText.EMPTY, incident, List.of("open"))))
                .contains(
                        "cases/incident/fields/paid/at-most: error: wrong-condition: a case has no lines, and so no total of"
                                + " them",
                        "cases/incident/transitions/0/set/paid: error: wrong-condition: a case has no lines, and so no total"
                                + " of them",
                        "cases/incident/transitions/1/when: error: wrong-condition: a case has no lines: ask for their total"
                                + " on a transition of the order");
    }

    @Test
    void a_flag_that_a_transition_sets_is_followed() {
        WorkflowBuilder<String, String> shop = Workflow.builder("flags")
                .field(Field.of("paid", FieldType.YES_NO))
                .status("open", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("open").set("paid", false))
                .transition("ship", t -> t.from("open").to("sent").whenField("paid", true));

        assertThat(problems(shop))
                .anyMatch(problem -> problem.startsWith("statuses/open: error: trapped-status")
                        || problem.startsWith("statuses/open: error: stuck-order"));
        assertThat(problems(shop.transition("pay", t -> t.from("open").set("paid", true))))
                .isEmpty();
    }

    @Test
    void a_rule_is_broken_by_what_a_transition_sets() {
        WorkflowBuilder<String, String> shop = Workflow.builder("flags")
                .field(Field.of("paid", FieldType.YES_NO))
                .status("open", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("open").set("paid", false))
                .transition("ship", t -> t.from("open").to("sent"))
                .neverWithout("sent", "ship", FieldCondition.of("paid", false));

        assertThat(problems(shop)).isEmpty();
        assertThat(problems(shop.neverWithout("sent", "pay", FieldCondition.of("paid", false))
                        .transition("pay", t -> t.from("open").set("paid", true))))
                .containsExactly("never/1: error: never-broken: \"never reach sent without pay when paid is false\" is"
                        + " broken by a path: place (paid = false) → ship; restrict one of its steps, or change the"
                        + " rule");
    }

    /** Reminds as long as there are at most so many reminders; what comes then is up to the caller. */
    private static WorkflowBuilder<String, String> reminding(int most) {
        return Workflow.builder("reminding")
                .field(Field.of("reminders", FieldType.NUMBER))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").set("reminders", 0))
                .transition(
                        "remind",
                        t -> t.from("open")
                                .add("reminders", 1)
                                .whenField(new FieldCondition(
                                        "reminders", Operator.AT_MOST, List.of(BigDecimal.valueOf(most)))));
    }

    @Test
    void a_number_that_only_grows_does_not_come_back_below() {
        WorkflowBuilder<String, String> shop = reminding(3)
                .transition("overshoot", t -> t.from("open").to("late").set("reminders", 4))
                .status("late", s -> {})
                .transition(
                        "close",
                        t -> t.from("late")
                                .to("closed")
                                .whenField(new FieldCondition("reminders", Operator.AT_MOST, List.of(3))))
                .transition("again", t -> t.from("late").add("reminders", 1));

        assertThat(problems(shop)).anyMatch(problem -> problem.startsWith("statuses/late: error: stuck-order"));
    }

    @Test
    void an_order_that_counts_up_to_its_end_is_not_called_stuck() {
        WorkflowBuilder<String, String> shop = reminding(3)
                .transition(
                        "close",
                        t -> t.from("open")
                                .to("closed")
                                .whenField(new FieldCondition("reminders", Operator.AT_LEAST, List.of(3))));

        assertThat(problems(shop)).noneMatch(problem -> problem.contains(": error: "));
    }

    @Test
    void an_order_whose_only_way_out_compares_amounts_is_warned_of() {
        WorkflowBuilder<String, String> shop = Workflow.builder("waiting")
                .field(Field.of("paid", FieldType.MONEY))
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open").needs("paid"))
                .transition(
                        "close",
                        t -> t.from("open")
                                .to("closed")
                                .whenField(FieldComparison.atLeast("paid", Reference.linesTotal())));

        assertThat(problems(shop))
                .containsExactly(
                        "statuses/open: warning: uncertain-way-out: whether an order in status open reaches a done"
                                + " status depends on its amounts, which are not followed: \"close: open → closed\" compares or"
                                + " adds them; add a transition without that, or suppress this and say why it always fits");
        assertThat(problems(shop.transition("cancel", t -> t.from("open").to("closed"))))
                .isEmpty();
    }

    @Test
    void an_earlier_alternative_that_compares_does_not_make_a_later_one_dead() {
        WorkflowBuilder<String, String> shop = till(t ->
                        t.whenField(FieldComparison.atLeast("paid", Reference.linesTotal())))
                .transition("book", t -> t.from("open"));

        assertThat(problems(shop)).isEmpty();
    }

    @Test
    void an_earlier_alternative_that_a_bound_may_refuse_does_not_make_a_later_one_dead() {
        WorkflowBuilder<String, String> shop = till(t -> t.takes("back"))
                .field(Field.of("back", FieldType.MONEY).withAtMost(PAID))
                .transition("give", t -> t.from("open").needs("back"))
                .transition("give", t -> t.from("open").to("closed").needs("back"));

        assertThat(problems(shop)).noneMatch(problem -> problem.contains("unreachable-alternative"));
    }

    @Test
    void an_earlier_alternative_that_sets_what_it_asks_for_makes_a_later_one_dead() {
        WorkflowBuilder<String, String> shop = till(t -> t.set("flag", true).whenField("flag", true))
                .transition("book", t -> t.from("open").to("closed"));

        assertThat(problems(shop))
                .anyMatch(problem -> problem.startsWith("transitions/4: error: unreachable-alternative"));
    }

    private static boolean canHold(FieldComparison comparison, Field one, Field other) {
        WorkflowBuilder<String, String> shop = till(t -> t.takes("one", "other").whenField(comparison))
                .field(one)
                .field(other);
        return problems(shop).stream().noneMatch(problem -> problem.contains("can never hold"));
    }

    @Test
    void bounds_that_meet_rule_out_only_what_must_be_beyond() {
        Field upTo5 = Field.of("one", FieldType.NUMBER).withMax(FieldBound.of(5));
        Field from5 = Field.of("other", FieldType.NUMBER).withMin(FieldBound.of(5));
        Field from6 = Field.of("other", FieldType.NUMBER).withMin(FieldBound.of(6));
        Reference other = Reference.field("other");

        assertThat(canHold(FieldComparison.atLeast("one", other), upTo5, from5)).isTrue();
        assertThat(canHold(FieldComparison.moreThan("one", other), upTo5, from5))
                .isFalse();
        assertThat(canHold(FieldComparison.atLeast("one", other), upTo5, from6)).isFalse();
        assertThat(canHold(FieldComparison.atMost("one", other), upTo5, from6)).isTrue();
        assertThat(canHold(FieldComparison.lessThan("one", other), upTo5, from6))
                .isTrue();
    }

    @Test
    void a_lower_bound_rules_out_what_must_be_below_an_upper_one() {
        Field from5 = Field.of("one", FieldType.NUMBER).withMin(FieldBound.of(5));
        Field upTo5 = Field.of("other", FieldType.NUMBER).withMax(FieldBound.of(5));
        Reference other = Reference.field("other");

        assertThat(canHold(FieldComparison.atMost("one", other), from5, upTo5)).isTrue();
        assertThat(canHold(FieldComparison.lessThan("one", other), from5, upTo5))
                .isFalse();
        assertThat(canHold(FieldComparison.moreThan("one", other), from5, upTo5))
                .isTrue();
        assertThat(canHold(FieldComparison.lessThan("one", other), from5, Field.of("other", FieldType.NUMBER)))
                .isTrue();
        assertThat(canHold(FieldComparison.lessThan("one", other), Field.of("one", FieldType.NUMBER), upTo5))
                .isTrue();
    }

    @Test
    void amounts_bounded_in_two_currencies_never_compare() {
        Field one = Field.of("one", FieldType.MONEY).withMax(FieldBound.parse("5 EUR"));
        Field other = Field.of("other", FieldType.MONEY).withMin(FieldBound.parse("1 USD"));

        assertThat(canHold(FieldComparison.atLeast("one", Reference.field("other")), one, other))
                .isFalse();
    }

    @Test
    void an_amount_in_the_currency_of_the_bounds_can_be_added() {
        for (String bound : List.of("least", "most")) {
            Field field = bound.equals("least")
                    ? Field.of("paid", FieldType.MONEY).withMin(FieldBound.parse("1 EUR"))
                    : Field.of("paid", FieldType.MONEY).withMax(FieldBound.parse("9 EUR"));

            assertThat(problems(till(t -> {})
                            .field(field)
                            .transition("fee", t -> t.from("open").add("paid", Money.parse("2 EUR")))))
                    .as(bound)
                    .noneMatch(problem -> problem.contains("can never be added"));
            assertThat(problems(till(t -> {})
                            .field(field)
                            .transition("fee", t -> t.from("open").add("paid", Money.parse("2 USD")))))
                    .as(bound)
                    .anyMatch(problem -> problem.contains("takes no USD, so that 2 USD can never be added"));
        }
    }

    @Test
    void an_earlier_alternative_that_amounts_decide_about_leaves_the_way_out_of_a_later_one_uncertain() {
        WorkflowBuilder<String, String> shop = counter()
                .removeTransitions(t -> t.event().equals("close"))
                .status("held", s -> {})
                .field(Field.of("paid", FieldType.MONEY))
                .field(Field.of("count", FieldType.NUMBER))
                .transition("fill", t -> t.from("open").takes("paid"))
                .transition(
                        "close",
                        t -> t.from("open")
                                .to("open")
                                .by("staff")
                                .whenField(FieldComparison.atLeast("paid", Reference.linesTotal())))
                .transition("close", t -> t.from("open").to("closed").by("staff"));

        assertThat(problems(shop)).anyMatch(problem -> problem.startsWith("statuses/open: warning: uncertain-way-out"));
        assertThat(problems(shop.transition(
                        "close", t -> t.from("open").to("closed").by("customer"))))
                .noneMatch(problem -> problem.contains("uncertain-way-out"));
    }
}
