package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses events for which an order's status has no transition. */
final class MissingTransition {

    private final Workflow workflow;
    private final Set<String> starts;

    MissingTransition(Workflow workflow) {
        this.workflow = workflow;
        this.starts = workflow.transitions().stream()
                .filter(Transition::isInitial)
                .map(Transition::event)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isStart(String event) {
        return starts.contains(event);
    }

    Rejected refuse(OrderView order, Request request) {
        String event = request.event();
        if (!workflow.eventNames().contains(event)) {
            return Rejected.unknownEvent(event, workflow.name());
        }
        if (isStart(event)) {
            return Rejected.alreadyPlaced(order.number());
        }
        return Rejected.because(Reasons.of(Reason.NOT_IN_STATUS)
                .with("event", event)
                .with("status", order.status())
                .with("possible", possible(order.status())));
    }

    private List<String> possible(String status) {
        Set<String> here =
                workflow.transitionsFrom(status).stream().map(Transition::event).collect(Collectors.toSet());
        return workflow.eventNames().stream()
                .filter(event -> here.contains(event) && !workflow.isAutomatic(event))
                .toList();
    }
}
