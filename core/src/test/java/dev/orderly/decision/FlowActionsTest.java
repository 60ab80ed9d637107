package dev.orderly.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderly.order.Actor;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import org.junit.jupiter.api.Test;

/** What can be asked of an order's flows, by the names that their events have from outside. */
class FlowActionsTest {

    private static WorkflowBuilder<String, String> shop() {
        return Workflow.builder("shop")
                .status("open", s -> {})
                .status("closed", s -> s.done())
                .transition("place", t -> t.to("open"))
                .transition("close", t -> t.from("open").to("closed"))
                .flow(
                        "payment",
                        LocalText.EMPTY,
                        Workflow.builder("payment")
                                .status("awaited", s -> {})
                                .status("received", s -> s.done())
                                .transition("begin", t -> t.to("awaited"))
                                .transition("receive", t -> t.from("awaited").to("received"))
                                .build());
    }

    @Test
    void the_events_of_a_flow_are_offered_but_not_how_it_begins() {
        OrderWalk walk = OrderWalk.of(shop().build()).place("customer");

        assertThat(walk.decider().available(walk.order(), Actor.of("staff"), walk.now()))
                .extracting(Action::event)
                .containsExactly("close", "payment.receive");
        assertThat(walk.no("payment.begin", "system").code()).isEqualTo(Reason.NOT_IN_STATUS);
    }

    @Test
    void an_event_of_the_order_with_a_dot_in_its_name_is_its_own() {
        OrderWalk walk = OrderWalk.of(
                        shop().transition("payment.remind", t -> t.from("open")).build())
                .place("customer");

        assertThat(walk.go("payment.remind", "staff").last().caseRef()).isNull();
        assertThat(walk.go("payment.receive", "staff").last().caseRef()).isNotNull();
    }
}
