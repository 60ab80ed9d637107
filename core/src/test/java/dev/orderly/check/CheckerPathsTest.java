package dev.orderly.check;

import static dev.orderly.check.Shops.counter;
import static dev.orderly.check.Shops.problems;
import static dev.orderly.check.Shops.shop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import org.junit.jupiter.api.Test;

class CheckerPathsTest {

    @Test
    void a_workflow_without_a_start_is_reported_once() {
        assertThat(problems(counter().removeTransitions(t -> t.isInitial())))
                .containsExactly("transitions: error: no-start: no transition starts an order: "
                        + "add one without \"from\", such as place");
    }

    @Test
    void dead_ends_are_found_although_there_is_no_start() {
        assertThat(problems(counter().removeTransitions(t -> t.isInitial()).status("attic", s -> {})))
                .containsExactly(
                        "statuses/attic: error: trapped-status: status attic is final but not done: "
                                + "mark it with \"done: true\", or add a transition out of it",
                        "transitions: error: no-start: no transition starts an order: "
                                + "add one without \"from\", such as place");
    }

    @Test
    void a_final_status_that_is_not_done_is_a_trap() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .transition("store", t -> t.from("open").to("attic"))
                        .transition("dust", t -> t.from("attic"))))
                .containsExactly("statuses/attic: error: trapped-status: status attic is final but not done: "
                        + "mark it with \"done: true\", or add a transition out of it");
    }

    @Test
    void statuses_that_lead_only_to_each_other_are_traps() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .status("cellar", s -> {})
                        .transition("store", t -> t.from("open").to("attic"))
                        .transition("move", t -> t.from("attic").to("cellar"))
                        .transition("move", t -> t.from("cellar").to("attic"))))
                .containsExactly(
                        "statuses/attic: error: trapped-status: no path leads from status attic to a done one: "
                                + "add a transition out of this dead end",
                        "statuses/cellar: error: trapped-status: no path leads from status cellar to a done one: "
                                + "add a transition out of this dead end");
    }

    @Test
    void a_done_status_may_lead_into_a_circle_of_its_own() {
        assertThat(problems(counter().transition("reopen", t -> t.from("closed").to("open"))))
                .isEmpty();
    }

    @Test
    void a_done_status_need_not_be_final_but_what_follows_it_must_be_done_in_the_end() {
        assertThat(problems(counter()
                        .status("contested", s -> {})
                        .transition("contest", t -> t.from("closed").to("contested"))))
                .containsExactly("statuses/contested: error: trapped-status: status contested is final but not done: "
                        + "mark it with \"done: true\", or add a transition out of it");
    }

    @Test
    void a_workflow_in_which_no_status_is_done_is_reported_once() {
        assertThat(problems(counter().status("closed", s -> {})))
                .containsExactly("statuses: error: trapped-status: no status is done, so that an order would be active "
                        + "for ever: mark those where it is fulfilled or dead with \"done: true\"");
    }

    @Test
    void a_status_to_which_nothing_leads_is_reported_and_so_is_one_behind_it() {
        assertThat(problems(counter()
                        .status("attic", s -> {})
                        .status("cellar", s -> s.done())
                        .transition("move", t -> t.from("attic").to("cellar"))))
                .containsExactly(
                        "statuses/attic: warning: unreachable-status: no path leads to status attic: "
                                + "add a transition to it, or remove it",
                        "statuses/cellar: warning: unreachable-status: no path leads to status cellar: "
                                + "add a transition to it, or remove it");
    }

    @Test
    void a_status_to_which_only_impossible_data_lead_is_unreachable() {
        assertThat(problems(counter()
                        .field(Field.choice("size", "small", "large"))
                        .status("attic", s -> s.done())
                        .transition(
                                "store",
                                t -> t.from("open")
                                        .to("attic")
                                        .whenField("size", "small")
                                        .whenField("size", "large"))))
                .containsExactly(
                        "statuses/attic: warning: unreachable-status: no path leads to status attic: "
                                + "add a transition to it, or remove it",
                        "transitions/2: error: unreachable-alternative: \"store: open → attic\" is never taken: "
                                + "no order that gets there meets its conditions: size is small and size is large; "
                                + "change them, or remove it");
    }

    @Test
    void a_workflow_without_any_status_has_none_that_is_done() {
        assertThat(problems(Workflow.builder("void")))
                .containsExactly(
                        "statuses: error: trapped-status: no status is done, so that an order would be active for "
                                + "ever: mark those where it is fulfilled or dead with \"done: true\"",
                        "transitions: error: no-start: no transition starts an order: "
                                + "add one without \"from\", such as place");
    }

    @Test
    void an_order_whose_data_fit_no_way_out_is_stuck() {
        assertThat(problems(Workflow.builder("pickup")
                        .field(Field.choice("delivery", "courier", "pickup", "post"))
                        .field(Field.choice("payment", "card", "cash"))
                        .status("awaiting-payment", s -> {})
                        .status("in-processing", s -> {})
                        .status("ready", s -> {})
                        .status("issued", s -> s.done())
                        .status("cancelled", s -> s.done())
                        .transition("place", t -> t.to("awaiting-payment").needs("delivery", "payment"))
                        .transition("pay", t -> t.from("awaiting-payment").to("in-processing"))
                        .transition(
                                "cancel",
                                t -> t.from("awaiting-payment").to("cancelled").whenField("payment", "cash", "card"))
                        .transition(
                                "arrive",
                                t -> t.from("in-processing").to("ready").whenField("delivery", "pickup"))
                        .transition("issue", t -> t.from("ready").to("issued"))
                        .transition(
                                "deliver",
                                t -> t.from("in-processing").to("issued").whenField("delivery", "courier"))))
                .containsExactly("statuses/in-processing: error: stuck-order: an order in status in-processing with "
                        + "delivery = post cannot reach a done status: place (delivery = post, payment given) → pay "
                        + "leads there; add a transition that suits such an order, or keep it from getting there");
    }

    @Test
    void an_order_without_a_value_is_not_stuck_where_the_request_may_give_it() {
        assertThat(problems(counter()
                        .field(Field.choice("delivery", "courier", "pickup"))
                        .removeTransitions(t -> t.event().equals("close"))
                        .transition("close", t -> t.from("open").to("closed").whenField("delivery", "courier"))
                        .transition("close", t -> t.from("open").to("closed").whenField("delivery", "pickup"))))
                .isEmpty();
    }

    @Test
    void two_fields_that_only_together_leave_no_way_are_both_named() {
        assertThat(problems(counter()
                        .field(Field.of("gift", FieldType.YES_NO))
                        .field(Field.of("large", FieldType.YES_NO))
                        .removeTransitions(t -> true)
                        .transition("place", t -> t.to("open").needs("gift", "large"))
                        .transition("close", t -> t.from("open").to("closed").whenField("gift", true))
                        .transition("collect", t -> t.from("open").to("closed").whenField("large", true))))
                .containsExactly("statuses/open: error: stuck-order: an order in status open with gift = false and "
                        + "large = false cannot reach a done status: place (gift = false, large = false) leads there; "
                        + "add a transition that suits such an order, or keep it from getting there");
    }

    @Test
    void a_status_that_no_order_leaves_because_of_its_conditions_needs_no_example() {
        assertThat(problems(counter()
                        .field(Field.of("gift", FieldType.YES_NO))
                        .removeTransitions(t -> true)
                        .transition("place", t -> t.to("open").whenField("gift", true))
                        .transition("close", t -> t.from("open").to("closed").whenField("gift", false))))
                .containsExactly(
                        "statuses/open: error: stuck-order: an order in status open cannot reach a done status: "
                                + "place (gift = true) leads there; add a transition that suits such an order, or keep "
                                + "it from getting there",
                        "statuses/closed: warning: unreachable-status: no path leads to status closed: "
                                + "add a transition to it, or remove it",
                        "transitions/1: error: unreachable-alternative: \"close: open → closed\" is never taken: "
                                + "no order that gets there meets its conditions: gift is false; change them, or "
                                + "remove it");
    }

    @Test
    void a_value_that_must_not_be_there_leaves_no_way() {
        assertThat(problems(counter()
                        .field(Field.of("gift", FieldType.YES_NO))
                        .removeTransitions(t -> t.event().equals("close"))
                        .transition("wrap", t -> t.from("open").takes("gift"))
                        .status("packed", s -> {})
                        .transition("pack", t -> t.from("open").to("packed"))
                        .transition(
                                "close", t -> t.from("packed").to("closed").whenField(FieldCondition.absent("gift")))))
                .containsExactly(
                        "statuses/open: error: stuck-order: an order in status open with gift given cannot reach a "
                                + "done status: place → wrap (gift given) leads there; add a transition that suits "
                                + "such an order, or keep it from getting there",
                        "statuses/packed: error: stuck-order: an order in status packed with gift given cannot "
                                + "reach a done status: place → wrap (gift given) → pack leads there; add a transition that "
                                + "suits such an order, or keep it from getting there");
    }

    @Test
    void a_field_that_can_change_later_leaves_no_order_stuck() {
        assertThat(problems(counter()
                        .field(Field.of("gift", FieldType.YES_NO))
                        .removeTransitions(t -> true)
                        .transition("place", t -> t.to("open").needs("gift"))
                        .transition("change", t -> t.from("open").needs("gift"))
                        .transition("close", t -> t.from("open").to("closed").whenField("gift", true))))
                .isEmpty();
    }

    @Test
    void too_many_combinations_are_said_to_be_too_many_and_paths_are_checked_without_data() {
        var many = shop().status("lost", s -> {});
        for (int i = 0; i < 20; i++) {
            String field = "f" + i;
            many.field(Field.choice(field, "a", "b", "c"))
                    .transition("set", t -> t.from("new").whenField(field, "a").by("system"))
                    .transition(
                            "unset", t -> t.from("new").whenField(field, "b").takes(field));
        }

        assertThat(problems(many))
                .containsExactly(
                        "warning: analysis-limited: the conditions make too many combinations of values to try all of "
                                + "them, so that never rules, overlaps and orders stuck or failed by their data are not looked "
                                + "for: use fewer fields in conditions",
                        "statuses/lost: warning: unreachable-status: no path leads to status lost: "
                                + "add a transition to it, or remove it");
    }

    @Test
    void more_combinations_than_can_be_counted_are_too_many() {
        var many = shop();
        for (int i = 0; i < 62; i++) {
            String field = "f" + i;
            many.field(Field.of(field, FieldType.YES_NO))
                    .transition("set", t -> t.from("new").whenField(field, true));
        }

        assertThat(Checker.check(many.build())).extracting(Problem::code).containsExactly("analysis-limited");
    }

    @Test
    void more_fields_than_there_are_bits_are_too_many() {
        var many = shop();
        for (int i = 0; i < 70; i++) {
            String field = "f" + i;
            many.field(Field.of(field, FieldType.YES_NO))
                    .transition("set", t -> t.from("new").whenField(field, true));
        }

        assertThat(Checker.check(many.build())).extracting(Problem::code).containsExactly("analysis-limited");
    }

    @Test
    void more_values_than_there_are_bits_are_too_many() {
        var many = shop().field(Field.of("colour", FieldType.TEXT));
        for (int i = 0; i < 70; i++) {
            String colour = "c" + i;
            many.transition("set", t -> t.from("new").whenField("colour", colour));
        }

        assertThat(Checker.check(many.build())).extracting(Problem::code).containsExactly("analysis-limited");
    }

    @Test
    void an_order_whose_only_way_out_counts_days_of_an_empty_field_is_stuck() {
        var shop = Workflow.builder("shop")
                .field(Field.of("days", FieldType.NUMBER))
                .status("new", s -> {})
                .status("done", s -> s.done())
                .transition("place", t -> t.to("new").by("customer").takes("days"))
                .transition("go", t -> t.from("new").to("done").after(TimeLimit.after("days in days")));

        assertThat(Checker.check(shop.build())).extracting(Problem::code).containsExactly("stuck-order");
    }
}
