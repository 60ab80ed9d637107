package dev.orderly.testkit.internal.scenario;

import dev.orderly.decision.Request;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.OrderState;
import dev.orderly.order.OrderView;
import dev.orderly.order.PartView;
import dev.orderly.testkit.ScenarioStep;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.FlowEvent;
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
public record TransitionGoal(
        Workflow workflow, Transition transition, OrderView view, Function<Request, ScenarioStep> step) {

    private static final int MOST_CASES = 3;

    /** The ways to place an order. */
    public static List<TransitionGoal> ofStart(Workflow workflow, String number, Instant at, List<Line> lines) {
        return starts(workflow, OrderState.of(number, "", at).withLines(lines), ScenarioStep.Place::new);
    }

    /** The ways on for an order and for its cases, and the ways to open one. */
    public static List<TransitionGoal> of(Workflow workflow, Order order) {
        List<TransitionGoal> goals = moves(workflow, order, ScenarioStep.Move::new);
        for (OrderCase aCase : order.cases()) {
            workflow.caseType(aCase.ref().type())
                    .ifPresent(type ->
                            goals.addAll(moves(type.workflow(), PartView.of(order, aCase), stepOf(type, aCase.ref()))));
        }
        for (CaseType type : workflow.cases()) {
            if (type.openIn().contains(order.status()) && order.cases().size() < MOST_CASES) {
                goals.addAll(caseStarts(type, order));
            }
        }
        return goals;
    }

    /** A flow is asked by the name of its event, a case by its number. */
    private static Function<Request, ScenarioStep> stepOf(CaseType type, CaseRef ref) {
        return type.isFlow()
                ? request -> new ScenarioStep.Move(request.withEvent(FlowEvent.name(type.name(), request.event())))
                : request -> new ScenarioStep.MoveCase(ref.id(), request);
    }

    /** The ways on by the order's own events and, as they are named from outside, by those of its flows. */
    public static List<TransitionGoal> ofEvents(Workflow workflow, Order order) {
        List<TransitionGoal> goals = moves(workflow, order, ScenarioStep.Move::new);
        for (CaseType flow : workflow.flows()) {
            order.flow(flow.name())
                    .ifPresent(part -> moves(flow.workflow(), PartView.of(order, part), ScenarioStep.Move::new)
                            .forEach(goal -> goals.add(goal.namedFromOutside(flow.name()))));
        }
        return goals;
    }

    private TransitionGoal namedFromOutside(String flow) {
        Transition named = transition.withEvent(FlowEvent.name(flow, transition.event()));
        return new TransitionGoal(workflow, named, view, step);
    }

    /** The ways to open a case of a kind, were the order in a status for it. */
    public static List<TransitionGoal> caseStarts(CaseType type, Order order) {
        return starts(
                type.workflow(),
                PartView.ofUnopened(order, type.name(), order.lastMove()),
                request -> new ScenarioStep.OpenCase(type.name(), request));
    }

    /** The ways on from the status of an order or of a case. */
    public static List<TransitionGoal> moves(Workflow workflow, OrderView view, Function<Request, ScenarioStep> step) {
        List<TransitionGoal> goals = new ArrayList<>();
        for (Transition transition : workflow.transitionsFrom(view.status())) {
            goals.add(new TransitionGoal(workflow, transition, view, step));
        }
        return goals;
    }

    private static List<TransitionGoal> starts(
            Workflow workflow, OrderView view, Function<Request, ScenarioStep> step) {
        return workflow.transitions().stream()
                .filter(Transition::isInitial)
                .map(start -> new TransitionGoal(workflow, start, view, step))
                .toList();
    }
}
