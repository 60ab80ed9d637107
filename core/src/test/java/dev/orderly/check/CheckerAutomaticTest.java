package dev.orderly.check;

import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerAutomaticTest {

    private static WorkflowBuilder<String, String> shop() {
        return Workflow.builder("shop")
                .field(Field.of("free", FieldType.YES_NO))
                .field(Field.of("note", FieldType.TEXT))
                .status("placed", s -> {})
                .status("paid", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("placed").takes("free", "note"))
                .transition(
                        "settle",
                        t -> t.from("placed").to("paid").whenField("free", true).automatic())
                .transition("pay", t -> t.from("placed").to("paid"))
                .transition("send", t -> t.from("paid").to("sent"));
    }

    @Test
    void what_fires_by_itself_where_its_conditions_hold_has_no_problem() {
        assertThat(problems(shop())).isEmpty();
    }

    @Test
    void nothing_gives_it_data_or_lets_time_pass() {
        assertThat(problems(shop().transition(
                                "start",
                                t -> t.to("placed").whenField("free", true).automatic())
                        .transition(
                                "give",
                                t -> t.from("paid").to("sent").needs("note").automatic())
                        .transition(
                                "wait",
                                t -> t.from("paid")
                                        .to("sent")
                                        .has("note")
                                        .whenField("free", false)
                                        .notBefore(TimeLimit.after("P1D"))
                                        .automatic())
                        .transition(
                                "expire",
                                t -> t.from("paid")
                                        .to("sent")
                                        .whenField("free", false)
                                        .after(TimeLimit.after("P1D"))
                                        .automatic())
                        .transition(
                                "hand",
                                t -> t.from("paid").to("sent").by("staff").automatic())
                        .transition(
                                "send",
                                t -> t.from("placed")
                                        .to("sent")
                                        .whenField("free", false)
                                        .automatic())))
                .contains(
                        "transitions/4/automatic: error: wrong-condition: \"start\" starts an order, which nothing can do by"
                                + " itself: take \"automatic\" away",
                        "transitions/5/automatic: error: wrong-condition: \"give\" is automatic, so that nothing gives it data:"
                                + " take \"needs\", \"takes\" and \"checklist\" away",
                        "transitions/6/not-before: error: wrong-condition: \"wait\" is automatic, so that it is looked at when"
                                + " something happens, not when time has passed: use \"after\" in place of \"automatic\"",
                        "transitions/7/automatic: error: wrong-condition: \"expire\" fires at once when its conditions hold, and"
                                + " \"after\" is a time: keep one of them",
                        "transitions/8/by: error: wrong-condition: \"hand\" is automatic, and fires as role system: take \"by\" away",
                        "transitions/9/on: error: wrong-condition: \"send\" is automatic here and requested elsewhere: give one"
                                + " of the two another name");
    }

    @Test
    void a_circle_is_shown_with_the_way_into_it() {
        assertThat(problems(shop().transition(
                                "return",
                                t -> t.from("paid")
                                        .to("placed")
                                        .whenField("free", true)
                                        .automatic())))
                .contains(
                        "transitions/1: error: automatic-circle: automatic steps go round in a circle: place (free = true),"
                                + " and then settle → return again and again; give one of them a condition that ends it");
    }

    @Test
    void a_data_move_that_changes_nothing_is_a_circle() {
        assertThat(problems(shop().transition("note", t -> t.from("paid").automatic())))
                .anyMatch(problem -> problem.contains("automatic-circle") && problem.contains("and then note again"));
    }

    @Test
    void steps_there_and_back_by_opposite_conditions_are_no_circle() {
        assertThat(problems(shop().transition(
                                "unsettle",
                                t -> t.from("paid")
                                        .to("placed")
                                        .whenField("free", false)
                                        .automatic())))
                .noneMatch(problem -> problem.contains("automatic-circle"));
    }

    @Test
    void what_code_decides_may_go_round() {
        assertThat(problems(shop().transition(
                                "unsettle",
                                t -> t.from("paid").to("placed").guard("odd").automatic())))
                .anyMatch(problem -> problem.contains("automatic-circle"));
    }

    @Test
    void what_comes_too_late_because_an_order_is_gone_already_is_shown() {
        assertThat(problems(shop().status("held", s -> {})
                        .transition("hold", t -> t.from("paid").to("held"))
                        .transition("wave-on", t -> t.from("held").to("sent").automatic())
                        .transition("resume", t -> t.from("held").to("paid"))))
                .containsExactly(
                        "transitions/6: error: unreachable-alternative: \"resume: held → paid\" is never taken: wherever"
                                + " it fits, the automatic \"wave-on: held → sent\" has been taken already; remove it, or give that one"
                                + " conditions");
    }

    @Test
    void an_order_is_stuck_where_the_only_way_out_is_taken_too_early() {
        WorkflowBuilder<String, String> held = shop().status("held", s -> {})
                .transition("hold", t -> t.from("placed").to("held").by("staff"))
                .transition(
                        "lock",
                        t -> t.from("held")
                                .to("held-for-ever")
                                .whenField("free", false)
                                .automatic())
                .status("held-for-ever", s -> {})
                .transition("unlock", t -> t.from("held-for-ever").to("paid").whenField("free", true))
                .transition("resume", t -> t.from("held").to("paid"));

        assertThat(problems(held))
                .anyMatch(problem -> problem.startsWith("statuses/held-for-ever: error: stuck-order:")
                        && problem.contains("hold → lock leads there"));
    }

    @Test
    void a_status_that_an_order_only_passes_through_counts_for_never_rules() {
        assertThat(problems(shop().never(new NeverRule("paid", List.of("pay"), List.of(), List.of(), List.of()))))
                .contains(
                        "never/0: error: never-broken: \"never reach paid without pay\" is broken by a path: place (free = true)"
                                + " → settle; restrict one of its steps, or change the rule");
    }

    @Test
    void units_that_are_all_sent_close_an_order_by_themselves() {
        WorkflowBuilder<String, String> books = Workflow.builder("books")
                .items(
                        Status.builder("ordered").build(),
                        Status.builder("sent").done(true).build())
                .status("packing", s -> {})
                .status("sent", s -> s.done())
                .transition("place", t -> t.to("packing"))
                .transition("send", t -> t.from("packing").items("ordered", "sent"));

        assertThat(problems(books)).isNotEmpty();
        assertThat(problems(books.transition(
                        "close",
                        t -> t.from("packing")
                                .to("sent")
                                .whenItems(ItemCondition.all("sent"))
                                .automatic())))
                .isEmpty();
    }

    @Test
    void a_done_status_that_is_left_at_once_is_no_end() {
        assertThat(problems(Shops.counter()
                        .transition("reopen", t -> t.from("closed").to("open").automatic())))
                .anyMatch(problem -> problem.contains("error: stuck-order:"));
    }

    /** More than can be tried with all their values. */
    private static WorkflowBuilder<String, String> withManyFields(WorkflowBuilder<String, String> shop) {
        for (int i = 0; i < 20; i++) {
            String field = "f" + i;
            shop.field(Field.choice(field, "a", "b", "c"))
                    .transition("set", t -> t.from("placed").whenField(field, "a"))
                    .transition(
                            "unset", t -> t.from("placed").whenField(field, "b").takes(field));
        }
        return shop;
    }

    @Test
    void where_there_is_too_much_to_try_a_circle_of_statuses_counts_for_one() {
        assertThat(problems(withManyFields(shop().status("back", s -> {}))
                        .transition("return", t -> t.from("paid").to("back").automatic())
                        .transition(
                                "repeat",
                                t -> t.from("back")
                                        .to("placed")
                                        .whenField("free", true)
                                        .automatic())))
                .contains(
                        "transitions/1: error: automatic-circle: automatic steps lead from status placed by \"settle\""
                                + " back to it, and there are too many combinations of values to see whether their conditions"
                                + " end that: use fewer fields in conditions");
    }

    @Test
    void where_there_is_too_much_to_try_automatic_steps_that_lead_on_are_no_circle() {
        assertThat(problems(withManyFields(shop().status("back", s -> {}))
                        .transition("return", t -> t.from("paid").to("back").automatic())
                        .transition("repeat", t -> t.from("back").to("placed"))))
                .noneMatch(problem -> problem.contains("automatic-circle"));
    }

    @Test
    void an_end_that_an_automatic_step_leaves_unless_amounts_keep_it_is_warned_of() {
        WorkflowBuilder<String, String> shop = shop().field(Field.of("fees", FieldType.MONEY))
                .transition(
                        "reopen",
                        t -> t.from("sent").to("paid").add("fees", "12.50 EUR").automatic());

        assertThat(problems(shop))
                .contains(
                        "statuses/placed: warning: uncertain-way-out: whether an order in status placed reaches a done"
                                + " status depends on its amounts, which are not followed: \"reopen: sent → paid\" compares or"
                                + " adds them; add a transition without that, or suppress this and say why it always fits");
    }

    @Test
    void an_end_that_an_automatic_step_may_leave_for_a_dead_end_is_warned_of() {
        WorkflowBuilder<String, String> shop = shop().field(Field.of("fees", FieldType.MONEY))
                .status("lost", s -> {})
                .transition(
                        "lose",
                        t -> t.from("sent").to("lost").add("fees", "12.50 EUR").automatic());

        assertThat(problems(shop))
                .contains(
                        "statuses/placed: warning: uncertain-way-out: whether an order in status placed reaches a done"
                                + " status depends on its amounts, which are not followed: \"lose: sent → lost\" compares or"
                                + " adds them; add a transition without that, or suppress this and say why it always fits");
    }
}
