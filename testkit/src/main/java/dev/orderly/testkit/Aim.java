package dev.orderly.testkit;

import dev.orderly.decision.Request;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderState;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A transition that leads on from where an order is, for itself, for one of its cases, or for a case to be opened.
 *
 * @param workflow the definition of the transition
 * @param transition the transition
 * @param view what its conditions look at
 * @param step makes the step from a request
 */
record Aim(Workflow workflow, Transition transition, OrderView view, Function<Request, Step> step) {

    private static final int MOST_CASES = 3;

    /** The ways to place an order. */
    static List<Aim> ofStart(Workflow workflow, String number, Instant at, List<Line> lines) {
        return starts(workflow, OrderState.of(number, "", at).lines(lines), Step.Place::new);
    }

    /** The ways on for an order and for its cases, and the ways to open one. */
    static List<Aim> of(Workflow workflow, Order order) {
        List<Aim> aims = moves(workflow, order, Step.Move::new);
        for (OrderCase aCase : order.cases()) {
            workflow.caseType(aCase.ref().type())
                    .ifPresent(type -> aims.addAll(moves(
                            type.workflow(),
                            aCase,
                            request -> new Step.MoveCase(aCase.ref().id(), request))));
        }
        for (CaseType type : workflow.cases()) {
            if (type.openIn().contains(order.status()) && order.cases().size() < MOST_CASES) {
                aims.addAll(openings(type, order));
            }
        }
        return aims;
    }

    /** The ways to open a case of a kind, were the order in a status for it. */
    static List<Aim> openings(CaseType type, Order order) {
        return starts(
                type.workflow(),
                OrderState.of(order.number(), "", order.lastMove()),
                request -> new Step.OpenCase(type.name(), request));
    }

    /** The ways on from the status of an order or of a case. */
    static List<Aim> moves(Workflow workflow, OrderView view, Function<Request, Step> step) {
        List<Aim> aims = new ArrayList<>();
        for (Transition transition : workflow.transitionsFrom(view.status())) {
            aims.add(new Aim(workflow, transition, view, step));
        }
        return aims;
    }

    private static List<Aim> starts(Workflow workflow, OrderView view, Function<Request, Step> step) {
        return workflow.transitions().stream()
                .filter(Transition::isInitial)
                .map(start -> new Aim(workflow, start, view, step))
                .toList();
    }
}
