package dev.orderly.check;

import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.NeverRule;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerFlowsTest {

    /** Money comes in, or is given up when the order is cancelled. */
    private static WorkflowBuilder<String, String> payment() {
        return Workflow.builder("payment")
                .status("awaited", s -> {})
                .status("received", s -> s.done())
                .status("none", s -> s.done())
                .transition("begin", t -> t.to("awaited"))
                .transition("receive", t -> t.from("awaited").to("received"))
                .transition(
                        "give-up",
                        t -> t.from("awaited")
                                .to("none")
                                .whenFlow("order", "cancelled")
                                .automatic());
    }

    private static WorkflowBuilder<String, String> shop() {
        return Workflow.builder("shop")
                .field(Field.of("cash", FieldType.YES_NO))
                .status("placed", s -> {})
                .status("closed", s -> s.done())
                .status("cancelled", s -> s.done())
                .transition("place", t -> t.to("placed").takes("cash"))
                .transition("cancel", t -> t.from("placed").to("cancelled").whenFlow("payment", "awaited"))
                .transition("close", t -> t.from("placed").to("closed").whenFlow("payment", "received"));
    }

    private static WorkflowBuilder<String, String> with(WorkflowBuilder<String, String> flow) {
        return shop().flow("payment", LocalText.EMPTY, flow.build());
    }

    @Test
    void an_order_whose_flows_come_to_an_end_with_it_has_no_problem() {
        assertThat(problems(with(payment()))).isEmpty();
    }

    @Test
    void an_order_that_ends_while_a_flow_can_not_is_shown_with_the_path() {
        WorkflowBuilder<String, String> endless = Workflow.builder("payment")
                .status("awaited", s -> {})
                .status("received", s -> s.done())
                .transition("begin", t -> t.to("awaited"))
                .transition("receive", t -> t.from("awaited").to("received").whenFlow("order", "placed"));

        assertThat(problems(with(endless)))
                .containsExactly(
                        "statuses/cancelled: error: trapped-status: status cancelled (payment awaited) is final but not"
                                + " done: mark it with \"done: true\", or add a transition out of it");
    }

    @Test
    void an_order_that_waits_for_a_status_that_its_data_keep_a_flow_from_is_shown() {
        WorkflowBuilder<String, String> choosy = Workflow.builder("payment")
                .status("awaited", s -> {})
                .status("due", s -> {})
                .status("received", s -> s.done())
                .transition("begin", t -> t.to("due").whenField("cash", true))
                .transition("begin", t -> t.to("awaited"))
                .transition("receive", t -> t.from("awaited").to("received"))
                .transition("collect", t -> t.from("due").to("received").whenField("cash", false))
                .transition("drop", t -> t.from("awaited").to("received").whenFlow("order", "cancelled"));

        assertThat(problems(with(choosy)))
                .anyMatch(problem -> problem.contains("placed (payment due)")
                        && problem.contains("place (cash = true) → payment.begin leads there"));
    }

    @Test
    void flows_and_statuses_that_do_not_exist_are_shown() {
        assertThat(problems(with(payment())
                        .transition("check", t -> t.from("placed").whenFlow("paiment", "received"))
                        .transition("look", t -> t.from("placed").whenFlow("payment", "recieved"))
                        .transition("start", t -> t.to("placed").whenFlow("payment", "awaited"))))
                .contains(
                        "transitions/3/when-flow/paiment: error: unknown-flow: \"paiment\" is no flow of this workflow: it has"
                                + " [payment]",
                        "transitions/4/when-flow/payment: error: unknown-status: \"recieved\" is no status of this workflow: did"
                                + " you mean \"received\"?",
                        "transitions/5/when-flow/payment: error: wrong-condition: a new order has no flows yet: a start cannot"
                                + " ask for them");
    }

    @Test
    void a_flow_must_always_have_a_way_to_begin_to_which_nothing_is_given() {
        WorkflowBuilder<String, String> flow = Workflow.builder("payment")
                .status("awaited", s -> {})
                .status("received", s -> s.done())
                .transition("begin", t -> t.to("received").needs("cash"))
                .transition("open", t -> t.to("received").by("staff"))
                .transition("begin", t -> t.to("awaited").whenField("cash", true))
                .transition("receive", t -> t.from("awaited").to("received"));

        assertThat(problems(with(flow)))
                .contains(
                        "flows/payment/transitions/0: error: wrong-condition: the flow begins with the order by \"begin\", to"
                                + " which nothing is given: it can only ask for fields by \"when\"",
                        "flows/payment/transitions/1/by: error: wrong-condition: the flow begins by \"open\" as role system: take"
                                + " \"by\" away",
                        "flows/payment/transitions: error: wrong-condition: every order has the flow, but it cannot begin where"
                                + " no condition holds: add a transition without \"from\" and \"when\" as the last way to begin");
    }

    @Test
    void names_that_mean_two_things_are_shown() {
        assertThat(problems(with(payment())
                        .flow("order", LocalText.EMPTY, payment().build())
                        .caseType(
                                "payment",
                                LocalText.EMPTY,
                                Workflow.builder("payment")
                                        .status("open", s -> s.done())
                                        .transition("claim", t -> t.to("open"))
                                        .build(),
                                List.of("placed"))
                        .transition("payment.receive", t -> t.from("placed"))))
                .contains(
                        "flows/order: error: wrong-condition: \"order\" means the order itself: give the flow another name",
                        "flows/payment: error: wrong-condition: a kind of case has the name payment as well: give one of the two"
                                + " another name",
                        "transitions: error: wrong-condition: \"payment.receive\" is an event of the order, and means \"receive\""
                                + " of the flow payment as well: give one of them another name");
    }

    @Test
    void a_hundred_flows_are_too_many() {
        WorkflowBuilder<String, String> many = with(payment());
        for (int i = 0; i < 99; i++) {
            many.flow("flow-" + i, LocalText.EMPTY, payment().build());
        }

        assertThat(problems(many))
                .contains(
                        "flows: error: wrong-condition: there are 100 flows, and at most 16 can go on beside an order: make"
                                + " cases of those that not every order has")
                .anyMatch(problem -> problem.startsWith("flows: warning: analysis-limited"));
    }

    @Test
    void what_no_combination_of_statuses_allows_is_never_taken() {
        assertThat(problems(with(payment())
                        .transition("thank", t -> t.from("cancelled").whenFlow("payment", "received"))))
                .containsExactly(
                        "transitions/3: error: unreachable-alternative: \"thank: cancelled → same status\" is never taken:"
                                + " no order that gets there meets its conditions: payment is received; change them, or remove it");
    }

    @Test
    void never_rules_speak_of_flows() {
        assertThat(problems(with(payment())
                        .never(new NeverRule("payment.received", List.of(), List.of("cancel"), List.of(), List.of()))))
                .isEmpty();
        assertThat(problems(with(payment()
                                .transition("correct", t -> t.from("none").to("received")))
                        .never(new NeverRule("payment.received", List.of(), List.of("cancel"), List.of(), List.of()))))
                .anyMatch(problem -> problem.startsWith("never/0: error: never-broken:")
                        && problem.contains("place → payment.begin → cancel → payment.give-up → payment.correct"));
    }

    @Test
    void a_never_rule_is_broken_where_nothing_leads_to_the_event_that_it_wants_before() {
        assertThat(problems(with(payment())
                        .status("lost", s -> {})
                        .transition("approve", t -> t.from("lost").to("placed"))
                        .neverWithout("closed", "approve")))
                .anyMatch(problem -> problem.startsWith("never/0: error: never-broken:")
                        && problem.contains("place → payment.begin → payment.receive → close"));
    }

    @Test
    void automatic_steps_that_send_each_other_in_a_circle_across_flows_are_shown() {
        WorkflowBuilder<String, String> nervous = Workflow.builder("payment")
                .status("awaited", s -> {})
                .status("received", s -> s.done())
                .transition("begin", t -> t.to("awaited"))
                .transition("receive", t -> t.from("awaited").to("received"))
                .transition(
                        "reopen",
                        t -> t.from("received")
                                .to("awaited")
                                .whenFlow("order", "held")
                                .automatic())
                .transition(
                        "receive-again",
                        t -> t.from("awaited")
                                .to("received")
                                .whenFlow("order", "held")
                                .automatic());

        assertThat(problems(with(nervous)
                        .status("held", s -> {})
                        .transition("hold", t -> t.from("placed").to("held"))
                        .transition("resume", t -> t.from("held").to("placed"))))
                .anyMatch(problem -> problem.contains("error: automatic-circle:")
                        && problem.contains("payment.receive-again → payment.reopen again and again"));
    }

    @Test
    void statuses_of_flows_that_nothing_leads_to_are_shown() {
        assertThat(problems(with(payment().status("lost", s -> s.done()))))
                .containsExactly(
                        "flows/payment/statuses/lost: warning: unreachable-status: no path leads to status lost: add a"
                                + " transition to it, or remove it");
    }

    @Test
    void limits_count_from_events_of_other_parts() {
        WorkflowBuilder<String, String> reminding = payment()
                .transition("remind", t -> t.from("awaited").after(TimeLimit.after("P2D", "order.place")))
                .transition("nag", t -> t.from("awaited").after(TimeLimit.after("P3D", "order.plaice")));

        assertThat(problems(with(reminding)))
                .contains(
                        "flows/payment/transitions/4/after/of: error: unknown-event: \"order.plaice\" is no event of this"
                                + " workflow: did you mean \"order.place\"?")
                .noneMatch(problem -> problem.contains("transitions/3"));
    }

    @Test
    void an_alternative_that_an_earlier_one_takes_everything_from_is_dead_beside_flows_as_well() {
        assertThat(problems(with(payment())
                        .transition("note", t -> t.from("placed"))
                        .transition("note", t -> t.from("placed").to("closed"))))
                .anyMatch(problem -> problem.startsWith("transitions/4: error: unreachable-alternative:"));
    }

    @Test
    void an_alternative_that_is_dead_beside_one_status_of_a_flow_only_is_not_reported() {
        assertThat(problems(with(payment())
                        .transition("note", t -> t.from("placed").whenFlow("payment", "awaited"))
                        .transition(
                                "note", t -> t.from("placed").to("closed").whenFlow("payment", "awaited", "received"))))
                .noneMatch(problem -> problem.contains("unreachable-alternative"));
    }

    @Test
    void success_that_is_out_of_reach_is_shown_beside_flows_as_well() {
        WorkflowBuilder<String, String> shop = Workflow.builder("shop")
                .field(Field.of("cash", FieldType.YES_NO))
                .status("placed", s -> {})
                .status("closed", s -> s.done().outcome(Outcome.SUCCESS))
                .status("cancelled", s -> s.done().outcome(Outcome.FAILURE))
                .transition("place", t -> t.to("placed").takes("cash"))
                .transition("cancel", t -> t.from("placed").to("cancelled"))
                .transition("close", t -> t.from("placed").to("closed").whenField("cash", true))
                .transition("refuse", t -> t.from("placed").whenFlow("payment", "none"))
                .flow("payment", LocalText.EMPTY, payment().build());

        assertThat(problems(shop)).anyMatch(problem -> problem.contains("success-unreachable"));
    }

    @Test
    void flows_that_make_more_combinations_than_can_be_tried_are_said_to_be_too_many() {
        WorkflowBuilder<String, String> shop = shop().removeTransitions(
                        t -> !t.whenFlows().isEmpty())
                .transition("close", t -> t.from("placed").to("closed"))
                .transition("cancel", t -> t.from("placed").to("cancelled"));
        for (int i = 0; i < 8; i++) {
            shop.flow("flow-" + i, LocalText.EMPTY, payment().build());
        }

        assertThat(problems(shop))
                .anyMatch(
                        problem -> problem.startsWith("flows: warning: analysis-limited: the statuses of the order and"
                                + " its flows make too many combinations to try all of them"));
    }

    @Test
    void a_never_rule_names_a_flow_s_status_that_there_is() {
        assertThat(problems(with(payment())
                        .never(new NeverRule("payment.recieved", List.of(), List.of("cancel"), List.of(), List.of()))))
                .anyMatch(problem -> problem.startsWith("never/0/reach: error: unknown-status:"));
    }

    @Test
    void a_field_that_only_a_flow_gives_is_used_and_one_that_none_gives_is_told_of_once() {
        assertThat(problems(
                        with(payment().transition("note", t -> t.from("awaited").takes("remark")))
                                .field(Field.of("remark", FieldType.TEXT))
                                .field(Field.of("idle", FieldType.TEXT))))
                .containsExactly("fields/idle: warning: unused-field: no transition can set field idle: name it in"
                        + " \"needs\", \"has\" or \"takes\" of one, or remove it");
    }

    @Test
    void a_case_and_an_event_with_names_of_their_own_are_in_order_beside_a_flow() {
        assertThat(problems(with(payment())
                        .caseType("complaint", LocalText.EMPTY, Shops.counter().build(), List.of("placed"))
                        .transition("payment.remind", t -> t.from("placed"))))
                .isEmpty();
    }

    @Test
    void a_seventeenth_flow_is_one_too_many() {
        WorkflowBuilder<String, String> shop = with(payment());
        for (int i = 1; i < 16; i++) {
            shop.flow("flow-" + i, LocalText.EMPTY, payment().build());
        }

        assertThat(problems(shop)).noneMatch(problem -> problem.contains("can go on beside an order"));
        assertThat(problems(shop.flow("one-more", LocalText.EMPTY, payment().build())))
                .anyMatch(problem ->
                        problem.startsWith("flows: error: wrong-condition: there are 17 flows, and at most 16"
                                + " can go on beside an order"));
    }
}
