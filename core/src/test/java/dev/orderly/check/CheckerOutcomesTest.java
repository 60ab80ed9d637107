package dev.orderly.check;

import static dev.orderly.check.Shops.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Suppression;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckerOutcomesTest {

    private static final String REMEDY =
            " leads there; add a transition that suits such an order, or keep it from getting there";

    /** A shop in which nothing is wrong. */
    private static WorkflowBuilder<String, String> shop() {
        return Shops.shop()
                .status("delivered", s -> s.done().outcome(Outcome.SUCCESS))
                .status("cancelled", s -> s.done().outcome(Outcome.FAILURE));
    }

    /** A shop that delivers to an address, and can cancel. */
    private static WorkflowBuilder<String, String> courier() {
        return Workflow.builder("courier")
                .field(Field.choice("method", "courier", "pickup"))
                .field(Field.of("address", FieldType.TEXT))
                .status("new", s -> {})
                .status("delivered", s -> s.done().outcome(Outcome.SUCCESS))
                .status("cancelled", s -> s.done().outcome(Outcome.FAILURE))
                .transition("place", t -> t.to("new").needs("method"))
                .transition(
                        "locate",
                        t -> t.from("new").whenField("method", "courier").needs("address"))
                .transition("deliver", t -> t.from("new").to("delivered").whenField(FieldCondition.present("address")))
                .transition("cancel", t -> t.from("new").to("cancelled"));
    }

    /** A shop that ships some units and cancels others. */
    private static WorkflowBuilder<String, String> units() {
        return Workflow.builder("units")
                .items(
                        Status.builder("ordered").build(),
                        Status.builder("sent").done(true).build(),
                        Status.builder("cancelled").done(true).build())
                .status("packing", s -> {})
                .status("sent", s -> s.done().outcome(Outcome.SUCCESS))
                .status("cancelled", s -> s.done().outcome(Outcome.FAILURE))
                .transition("place", t -> t.to("packing"))
                .transition("send", t -> t.from("packing").items("ordered", "sent"))
                .transition("cancel", t -> t.from("packing").items("ordered", "cancelled"))
                .transition("give-up", t -> t.from("packing").to("cancelled").whenItems(ItemCondition.none("ordered")));
    }

    @Test
    void a_shop_whose_orders_can_be_delivered_until_they_are_cancelled_has_no_problem() {
        assertThat(problems(shop())).isEmpty();
    }

    @Test
    void without_outcomes_a_cancellation_is_a_way_out_like_any_other() {
        assertThat(problems(courier()
                        .status("delivered", s -> s.done())
                        .status("cancelled", s -> s.done())
                        .removeTransitions(t -> t.event().equals("deliver"))
                        .transition(
                                "deliver",
                                t -> t.from("new")
                                        .to("delivered")
                                        .whenField("method", "courier")
                                        .has("address"))))
                .isEmpty();
    }

    @Test
    void data_with_which_an_order_can_only_be_cancelled_are_shown_with_the_path() {
        WorkflowBuilder<String, String> pickup = courier()
                .removeTransitions(t -> t.event().equals("deliver"))
                .transition(
                        "deliver",
                        t -> t.from("new")
                                .to("delivered")
                                .whenField("method", "courier")
                                .has("address"));

        assertThat(problems(pickup))
                .containsExactly(
                        "statuses/new: error: success-unreachable: an order in status new with method = pickup cannot"
                                + " reach a status with the outcome success: place (method = pickup)" + REMEDY);
        assertThat(problems(pickup.transition(
                        "hand-over", t -> t.from("new").to("delivered").whenField("method", "pickup"))))
                .isEmpty();
    }

    @Test
    void what_an_event_has_decided_is_no_problem() {
        assertThat(problems(shop().status("refunding", s -> {})
                        .status("refunded", s -> s.done().outcome(Outcome.FAILURE))
                        .transition("refuse", t -> t.from("shipped").to("refunding"))
                        .transition("refund", t -> t.from("refunding").to("refunded"))
                        .transition("give-back", t -> t.from("delivered").to("refunding"))))
                .isEmpty();
    }

    @Test
    void a_status_that_only_some_data_lead_back_from_is_a_problem_unless_the_order_has_failed_there() {
        WorkflowBuilder<String, String> held = shop().field(Field.choice("payment", "card", "cash"))
                .removeTransitions(t -> t.isInitial())
                .transition("place", t -> t.to("new").needs("payment"))
                .transition("hold", t -> t.from("new").to("held"))
                .transition("resume", t -> t.from("held").to("new").whenField("payment", "card"))
                .transition("drop", t -> t.from("held").to("cancelled"));

        assertThat(problems(held.status("held", s -> {})))
                .containsExactly(
                        "statuses/held: error: success-unreachable: an order in status held with payment = cash"
                                + " cannot reach a status with the outcome success: place (payment = cash) → hold"
                                + REMEDY);
        assertThat(problems(held.status("held", s -> s.done().outcome(Outcome.FAILURE))))
                .isEmpty();
    }

    @Test
    void an_order_that_can_only_fail_from_its_start_is_a_problem_whatever_the_others_can() {
        WorkflowBuilder<String, String> limbo = shop().field(Field.choice("method", "courier", "pickup"))
                .removeTransitions(t -> t.isInitial())
                .transition("place", t -> t.to("new").whenField("method", "courier"))
                .transition("place", t -> t.to("limbo").whenField("method", "pickup"))
                .transition("drop", t -> t.from("limbo").to("cancelled"));

        assertThat(problems(limbo.status("limbo", s -> {})))
                .containsExactly(
                        "statuses/limbo: error: success-unreachable: an order in status limbo cannot reach a status"
                                + " with the outcome success: place (method = pickup)" + REMEDY);
    }

    @Test
    void a_start_may_refuse_the_order_at_once() {
        assertThat(problems(shop().field(Field.choice("country", "here", "abroad"))
                        .removeTransitions(t -> t.isInitial())
                        .transition("place", t -> t.to("new").whenField("country", "here"))
                        .transition("place", t -> t.to("cancelled").whenField("country", "abroad"))))
                .isEmpty();
    }

    @Test
    void a_success_to_which_no_path_leads_is_reported_where_orders_begin() {
        assertThat(problems(shop().removeTransitions(t -> t.event().equals("deliver"))
                        .transition("lose", t -> t.from("shipped").to("cancelled"))))
                .containsExactly(
                        "statuses/new: error: success-unreachable: an order in status new cannot reach a status with the"
                                + " outcome success: place" + REMEDY,
                        "statuses/delivered: warning: unreachable-status: no path leads to status delivered: add a transition"
                                + " to it, or remove it");
    }

    @Test
    void failure_alone_is_not_enough() {
        assertThat(problems(Shops.shop().status("cancelled", s -> s.done().outcome(Outcome.FAILURE))))
                .containsExactly(
                        "statuses: error: success-unreachable: no status has the outcome success, so that no order can"
                                + " succeed: mark those where it has with \"outcome: success\"",
                        "statuses/delivered: warning: missing-outcome: status delivered is done, but does not say how an"
                                + " order has ended there, as others do: add \"outcome: success\" or \"outcome: failure\"");
    }

    @Test
    void a_done_status_without_an_outcome_is_no_success() {
        assertThat(problems(courier()
                        .status("lost", s -> s.done())
                        .transition("lose", t -> t.from("new").to("lost"))
                        .removeTransitions(t -> t.event().equals("deliver"))
                        .transition(
                                "deliver", t -> t.from("new").to("delivered").whenField("method", "courier"))))
                .containsExactly(
                        "statuses/new: error: success-unreachable: an order in status new with method = pickup cannot reach a"
                                + " status with the outcome success: place (method = pickup)" + REMEDY,
                        "statuses/lost: warning: missing-outcome: status lost is done, but does not say how an order has ended"
                                + " there, as others do: add \"outcome: success\" or \"outcome: failure\"");
    }

    @Test
    void an_outcome_of_a_status_that_is_not_done_is_a_mistake() {
        assertThat(problems(shop().status("shipped", s -> s.outcome(Outcome.SUCCESS))))
                .containsExactly(
                        "statuses/shipped/outcome: error: wrong-condition: status shipped says how an order has ended,"
                                + " but is not done: mark it with \"done: true\", or take the outcome out");
    }

    @Test
    void an_item_status_has_no_outcome() {
        assertThat(problems(units().items(
                                Status.builder("ordered").build(),
                                Status.builder("sent")
                                        .done(true)
                                        .outcome(Outcome.SUCCESS)
                                        .build(),
                                Status.builder("cancelled").done(true).build())
                        .transition(
                                "close", t -> t.from("packing").to("sent").whenItems(ItemCondition.none("ordered")))))
                .contains(
                        "items/statuses/sent/outcome: error: wrong-condition: item status sent cannot have an outcome: how an"
                                + " order has ended, its own status says");
    }

    @Test
    void an_order_that_is_stuck_is_not_said_to_fail_as_well() {
        assertThat(problems(courier()
                        .removeTransitions(t -> List.of("cancel", "deliver").contains(t.event()))
                        .transition(
                                "deliver", t -> t.from("new").to("delivered").whenField("method", "courier"))))
                .filteredOn(problem -> problem.startsWith("statuses/new"))
                .containsExactly(
                        "statuses/new: error: stuck-order: an order in status new with method = pickup cannot reach a"
                                + " done status: place (method = pickup)" + REMEDY);
    }

    @Test
    void an_order_all_of_whose_units_are_cancelled_may_fail() {
        assertThat(problems(units().transition(
                                "close",
                                t -> t.from("packing")
                                        .to("sent")
                                        .whenItems(ItemCondition.none("ordered"), ItemCondition.some("sent")))))
                .isEmpty();
    }

    @Test
    void an_order_that_fails_because_some_of_its_units_are_cancelled_is_shown_with_the_path() {
        assertThat(problems(units().transition(
                                "close", t -> t.from("packing").to("sent").whenItems(ItemCondition.all("sent")))))
                .containsExactly(
                        "statuses/packing: error: success-unreachable: an order in status packing, whose units are"
                                + " ordered and cancelled, cannot reach a status with the outcome success in which each unit is done:"
                                + " place → cancel (units: ordered and cancelled)" + REMEDY);
    }

    @Test
    void a_success_that_only_several_units_reach_is_none() {
        assertThat(problems(units().transition(
                                "close",
                                t -> t.from("packing")
                                        .to("sent")
                                        .whenItems(
                                                ItemCondition.none("ordered"),
                                                ItemCondition.some("sent"),
                                                ItemCondition.some("cancelled")))))
                .containsExactly(
                        "statuses/packing: error: success-unreachable: an order in status packing, whose units are"
                                + " ordered, cannot reach a status with the outcome success in which each unit is done: place"
                                + REMEDY);
    }

    @Test
    void a_success_whose_units_are_not_done_is_none() {
        assertThat(problems(units().transition("close", t -> t.from("packing").to("sent"))
                        .transition("drop", t -> t.from("sent").to("cancelled").items("ordered", "cancelled"))
                        .removeTransitions(t -> List.of("send", "cancel").contains(t.event()))))
                .contains(
                        "statuses/packing: error: success-unreachable: an order in status packing, whose units are ordered,"
                                + " cannot reach a status with the outcome success in which each unit is done: place"
                                + REMEDY);
    }

    @Test
    void units_that_move_in_a_status_that_nothing_declares_are_no_problem_of_their_own() {
        assertThat(problems(units().transition("close", t -> t.from("packing").to("nowhere"))))
                .contains(
                        "transitions/4/to: error: unknown-status: \"nowhere\" is no status of this workflow: correct it, or"
                                + " declare it under \"statuses\"");
    }

    @Test
    void a_deadline_that_gives_an_order_up_does_not_hide_it() {
        assertThat(problems(courier()
                        .transition("expire", t -> t.from("new").to("cancelled").after(TimeLimit.after("P1D")))
                        .removeTransitions(t -> t.event().equals("deliver"))
                        .transition(
                                "deliver",
                                t -> t.from("new")
                                        .to("delivered")
                                        .whenField("method", "courier")
                                        .has("address"))))
                .containsExactly(
                        "statuses/new: error: success-unreachable: an order in status new with method = pickup cannot"
                                + " reach a status with the outcome success: place (method = pickup)" + REMEDY);
    }

    @Test
    void a_case_says_how_it_ends_too() {
        Workflow complaint = Workflow.builder("complaint")
                .status("open", s -> {})
                .status("settled", s -> s.done().outcome(Outcome.SUCCESS))
                .status("closed", s -> s.done().outcome(Outcome.FAILURE))
                .transition("open", t -> t.to("open"))
                .transition("close", t -> t.from("open").to("closed"))
                .build();

        assertThat(problems(shop().caseType("complaint", LocalText.EMPTY, complaint, List.of("shipped"))))
                .containsExactly(
                        "cases/complaint/statuses/open: error: success-unreachable: an order in status open cannot reach a"
                                + " status with the outcome success: open" + REMEDY,
                        "cases/complaint/statuses/settled: warning: unreachable-status: no path leads to status settled: add a"
                                + " transition to it, or remove it");
    }

    @Test
    void a_problem_that_is_meant_to_stay_can_be_suppressed() {
        assertThat(problems(courier()
                        .removeTransitions(t -> t.event().equals("deliver"))
                        .transition(
                                "deliver",
                                t -> t.from("new")
                                        .to("delivered")
                                        .whenField("method", "courier")
                                        .has("address"))
                        .suppress(new Suppression("success-unreachable", "pickup is not open yet"))))
                .isEmpty();
    }

    @Test
    void a_status_of_a_flow_has_no_outcome() {
        Workflow flow = Shops.counter()
                .status("closed", s -> s.done().outcome(Outcome.SUCCESS))
                .build();

        assertThat(problems(Shops.counter().flow("payment", LocalText.EMPTY, flow)))
                .contains(
                        "flows/payment/statuses/closed/outcome: error: wrong-condition: status closed of a flow cannot"
                                + " have an outcome: how an order has ended, its own status says");
    }
}
