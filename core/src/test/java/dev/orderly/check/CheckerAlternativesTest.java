package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CheckerAlternativesTest {

    private static WorkflowBuilder<String, String> fork(
            Consumer<TransitionBuilder<String>> first, Consumer<TransitionBuilder<String>> second) {
        return counter()
                .field(Field.choice("size", "small", "medium", "large"))
                .field(Field.of("gift", FieldType.YES_NO))
                .field(Field.of("note", FieldType.TEXT))
                .field(Field.of("code", FieldType.TEXT))
                .status("left", s -> s.done())
                .status("right", s -> s.done())
                .transition("turn", t -> t.from("open").to("right"))
                .transition("measure", t -> t.from("open").takes("size", "gift", "note", "code"))
                .transition("fork", t -> first.accept(t.from("open").to("left")))
                .transition("fork", t -> second.accept(t.from("open").to("right")));
    }

    private static final String SHADOWED = "transitions/5: error: unreachable-alternative: "
            + "\"fork: open → right\" is never taken: wherever it fits, the earlier \"fork: open → left\" fits as well "
            + "and is taken; put it first, or tell the two apart by \"when\"";

    private static String overlap(String example) {
        return "transitions/5/when: warning: overlap: \"fork: open → right\" and the earlier \"fork: open → left\" both "
                + "fit an order in status open with " + example
                + ", and the earlier is taken; make their conditions exclude each other";
    }

    @Test
    void alternatives_that_exclude_each_other_are_fine() {
        assertThat(problems(fork(t -> t.whenField("size", "small", "medium"), t -> t.whenField("size", "large"))))
                .isEmpty();
    }

    @Test
    void an_otherwise_at_the_end_is_fine() {
        assertThat(problems(fork(t -> t.whenField("size", "small"), t -> {}))).isEmpty();
    }

    @Test
    void alternatives_that_share_a_value_overlap() {
        assertThat(problems(
                        fork(t -> t.whenField("size", "small", "medium"), t -> t.whenField("size", "medium", "large"))))
                .containsExactly(overlap("size = medium"));
    }

    @Test
    void alternatives_on_two_fields_overlap_where_both_fit() {
        assertThat(problems(fork(t -> t.whenField("size", "small"), t -> t.whenField("gift", true))))
                .containsExactly(overlap("size = small and gift = true"));
    }

    @Test
    void starts_can_overlap_as_well() {
        assertThat(problems(counter()
                        .field(Field.choice("size", "small", "medium", "large"))
                        .removeTransitions(t -> t.isInitial())
                        .transition("place", t -> t.to("open").whenField("size", "small", "medium"))
                        .transition("place", t -> t.to("closed").whenField("size", "medium", "large"))))
                .containsExactly("transitions/2/when: warning: overlap: \"place: start → closed\" and the earlier "
                        + "\"place: start → open\" both fit a new order with size = medium, and the earlier is taken; "
                        + "make their conditions exclude each other");
    }

    @Test
    void a_special_case_before_the_general_one_is_fine() {
        assertThat(problems(fork(t -> t.whenField("size", "small"), t -> t.whenField("size", "small", "large"))))
                .isEmpty();
    }

    @Test
    void a_special_case_after_the_general_one_is_never_taken() {
        assertThat(problems(fork(t -> t.whenField("size", "small", "large"), t -> t.whenField("size", "small"))))
                .containsExactly(SHADOWED);
    }

    @Test
    void a_second_way_without_a_difference_is_never_taken() {
        assertThat(problems(fork(t -> {}, t -> {}))).containsExactly(SHADOWED);
    }

    @Test
    void two_earlier_ways_together_can_take_the_place_of_a_third() {
        assertThat(problems(fork(
                                t -> t.whenField("gift", true).takes("gift"),
                                t -> t.whenField("gift", false).takes("gift"))
                        .transition("fork", t -> t.from("open").to("right").needs("gift"))))
                .singleElement()
                .asString()
                .startsWith("transitions/6: error: unreachable-alternative: \"fork: open → right\" is never taken");
    }

    @Test
    void roles_distinguish_alternatives() {
        assertThat(problems(fork(t -> t.by("staff"), t -> t.by("customer")))).isEmpty();
        assertThat(problems(fork(t -> t.by("staff"), t -> t.by("customer", "staff"))))
                .isEmpty();
        assertThat(problems(fork(t -> t.by("customer", "staff"), t -> t.by("staff"))))
                .containsExactly(SHADOWED);
        assertThat(problems(fork(t -> t.by("staff"), t -> {}))).isEmpty();
        assertThat(problems(fork(t -> {}, t -> t.by("staff")))).containsExactly(SHADOWED);
        assertThat(problems(fork(
                        t -> t.by("staff").whenField("size", "small", "medium"),
                        t -> t.by("customer").whenField("size", "medium", "large"))))
                .isEmpty();
    }

    @Test
    void two_earlier_ways_can_cover_all_roles_of_a_third() {
        assertThat(problems(fork(t -> t.by("staff"), t -> t.by("customer"))
                        .transition("fork", t -> t.from("open").to("right").by("staff", "customer"))))
                .containsExactly("transitions/6: error: unreachable-alternative: "
                        + "\"fork: open → right\" is never taken: wherever it fits, the earlier "
                        + "\"fork: open → right\" fits as well and is taken; put it first, or tell the two apart by "
                        + "\"when\"");
    }

    @Test
    void conditions_beyond_data_leave_room_for_a_later_way() {
        assertThat(problems(fork(t -> t.guard("solvent"), t -> {}))).isEmpty();
        assertThat(problems(fork(t -> t.within(TimeLimit.after("P1D")), t -> {})))
                .isEmpty();
        assertThat(problems(fork(t -> t.notBefore(TimeLimit.after("P1D")), t -> {})))
                .isEmpty();
        assertThat(problems(fork(t -> t.once(), t -> {}))).isEmpty();
        assertThat(problems(fork(t -> t.linesAvailable(), t -> {}))).isEmpty();
        assertThat(problems(fork(t -> t.noOpenCase(), t -> {}))).isEmpty();
        assertThat(problems(fork(t -> t.after(TimeLimit.after("P1D")), t -> t.by("system"))))
                .isEmpty();
    }

    @Test
    void conditions_beyond_data_distinguish_overlapping_ways() {
        Consumer<TransitionBuilder<String>> second = t -> t.whenField("size", "medium", "large");
        Consumer<TransitionBuilder<String>> first = t -> t.whenField("size", "small", "medium");

        assertThat(problems(fork(first.andThen(t -> t.guard("solvent")), second)))
                .isEmpty();
        assertThat(problems(fork(first.andThen(t -> t.within(TimeLimit.after("P1D"))), second)))
                .isEmpty();
        assertThat(problems(fork(first.andThen(t -> t.notBefore(TimeLimit.after("P1D"))), second)))
                .isEmpty();
        assertThat(problems(fork(first.andThen(t -> t.once()), second))).isEmpty();
        assertThat(problems(fork(first.andThen(t -> t.linesAvailable()), second)))
                .isEmpty();
        assertThat(problems(fork(first.andThen(t -> t.noOpenCase()), second))).isEmpty();
        assertThat(problems(fork(first.andThen(t -> t.by("system").after(TimeLimit.after("P1D"))), second)))
                .isEmpty();
        assertThat(problems(fork(first, second.andThen(t -> t.after(TimeLimit.after("P1D"))))))
                .isEmpty();
    }

    @Test
    void conditions_beyond_data_that_both_share_distinguish_nothing() {
        Consumer<TransitionBuilder<String>> both = t -> t.guard("solvent")
                .within(TimeLimit.after("P2D"))
                .notBefore(TimeLimit.after("P1D"))
                .once()
                .linesAvailable()
                .noOpenCase();

        assertThat(problems(fork(
                        both.andThen(t -> t.whenField("size", "small", "medium")),
                        both.andThen(t -> t.whenField("size", "medium", "large")))))
                .containsExactly(overlap("size = medium"));
    }

    @Test
    void a_request_that_lacks_what_the_earlier_way_needs_takes_the_later() {
        assertThat(problems(fork(t -> t.needs("note"), t -> t.takes("note")))).isEmpty();
        assertThat(problems(fork(t -> t.needs("note"), t -> t.needs("note")))).containsExactly(SHADOWED);
        assertThat(problems(fork(t -> t.has("note"), t -> t.takes("note")))).isEmpty();
        assertThat(problems(fork(t -> t.has("note"), t -> t.has("note")))).containsExactly(SHADOWED);
        assertThat(problems(fork(t -> t.needs("size"), t -> t.whenField("size", "small"))))
                .isEmpty();
        assertThat(problems(fork(t -> t.has("size"), t -> t.whenField("size", "small"))))
                .containsExactly(SHADOWED);
    }

    @Test
    void a_request_that_gives_more_than_the_earlier_way_takes_takes_the_later() {
        assertThat(problems(fork(t -> {}, t -> t.takes("note")))).isEmpty();
        assertThat(problems(fork(t -> t.takes("note"), t -> t.takes("note")))).containsExactly(SHADOWED);
        assertThat(problems(fork(
                                t -> t.whenField("gift", true),
                                t -> t.whenField("gift", true).takes("size"))
                        .transition("look", t -> t.from("open").whenField("size", "small"))))
                .isEmpty();
    }

    @Test
    void alternatives_that_need_what_the_other_does_not_take_cannot_both_fit() {
        assertThat(problems(fork(
                        t -> t.whenField("size", "small", "medium").needs("note"),
                        t -> t.whenField("size", "medium", "large").needs("code"))))
                .isEmpty();
        assertThat(problems(fork(
                        t -> t.whenField("size", "small", "medium")
                                .needs("note")
                                .takes("code"),
                        t -> t.whenField("size", "medium", "large")
                                .needs("code")
                                .takes("note"))))
                .containsExactly(overlap("size = medium"));
        assertThat(problems(fork(
                                t -> t.whenField("size", "small", "medium").needs("gift"),
                                t -> t.whenField("size", "medium", "large"))
                        .transition("wrap", t -> t.from("open").whenField("gift", true))))
                .isEmpty();
    }

    @Test
    void alternatives_from_different_statuses_do_not_compete() {
        assertThat(problems(counter()
                        .status("left", s -> {})
                        .transition("go", t -> t.from("open").to("left"))
                        .transition("go", t -> t.from("left").to("closed"))))
                .isEmpty();
    }

    @Test
    void conditions_that_the_way_there_excludes_can_never_be_met() {
        assertThat(problems(counter()
                        .field(Field.choice("size", "small", "large"))
                        .removeTransitions(t -> t.isInitial())
                        .transition(
                                "place",
                                t -> t.to("open").whenField("size", "small").needs("size"))
                        .transition("shrink", t -> t.from("open").to("closed").whenField("size", "large"))))
                .containsExactly("transitions/2: error: unreachable-alternative: \"shrink: open → closed\" is never "
                        + "taken: no order that gets there meets its conditions: size is large; change them, or remove "
                        + "it");
    }

    @Test
    void the_order_s_number_and_other_texts_are_distinguished() {
        FieldCondition shown = new FieldCondition("code", Operator.ORDER_NUMBER, List.of());

        assertThat(problems(fork(
                        t -> t.whenField(shown),
                        t -> t.whenField(new FieldCondition("code", Operator.IS_NOT, List.of("x"))))))
                .isEmpty();
        assertThat(problems(fork(t -> t.whenField(shown), t -> t.whenField("code", "x"))))
                .isEmpty();
        assertThat(problems(
                        fork(t -> t.whenField(shown), t -> t.whenField(shown).whenField("code", "x"))))
                .containsExactly(
                        "transitions/5: error: unreachable-alternative: \"fork: open → right\" is never taken: "
                                + "no order that gets there meets its conditions: code is the order's number and code is x; "
                                + "change them, or remove it");
    }
}
