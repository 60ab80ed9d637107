package dev.orderly.decision;

import dev.orderly.order.CaseRef;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderView;
import dev.orderly.order.PartView;
import dev.orderly.order.StatusTrail;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How a flow begins: for engines, it is in a status of its own before that, and the ways to begin lead out of it. So they look at
 * the order's data as every transition does.
 */
final class FlowBeginning {

    private final Workflow flow;
    private final String notBegun;

    FlowBeginning(Workflow flow) {
        this.flow = flow;
        String name = "not-begun";
        while (flow.status(name).isPresent()) {
            name += "_";
        }
        this.notBegun = name;
    }

    /** The flow's workflow with the status before its beginning. */
    Workflow workflow() {
        List<Transition> transitions = new ArrayList<>();
        for (Transition transition : flow.transitions()) {
            transitions.add(
                    transition.isInitial()
                            ? transition.withFrom(List.of(notBegun)).withBy(List.of(Workflow.SYSTEM))
                            : transition);
        }
        return flow.toBuilder().status(notBegun, s -> {}).build().withTransitions(transitions);
    }

    /** The events by which it can begin, in the order of the file. */
    List<String> events() {
        return flow.transitions().stream()
                .filter(Transition::isInitial)
                .map(Transition::event)
                .distinct()
                .toList();
    }

    /** An order whose flow has not begun, as the ways to begin see it. */
    OrderView before(Order order, CaseRef ref, Instant at) {
        StatusTrail trail = StatusTrail.start(notBegun, notBegun, at);
        return PartView.of(order, OrderCase.of(ref, order.number(), trail).withFlow(true));
    }
}
