package dev.orderly.decision;

import dev.orderly.order.Actor;
import dev.orderly.order.OrderState;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What decides by one workflow. The law for every implementation: an engine is pure, total and thread-safe. It permits
 * exactly what the workflow allows; for everything else it gives the reasons of the first kind that applies: data that are
 * missing, data that are wrong, then conditions that are not met, in the order of
 * {@link dev.orderly.workflow.Condition.Kind}. A refusal is never an exception.
 */
public interface Engine {

    /**
     * The library's own engine. It trusts the workflow, which {@link Decider} checks first.
     *
     * @param guards the conditions in code, by the names that the workflow uses for them
     *
     * @throws IllegalArgumentException if a guard is missing
     */
    static Engine table(Workflow workflow, Map<String, Guard> guards) {
        return new TableEngine(workflow, guards);
    }

    /** The workflow by which it decides. */
    Workflow workflow();

    /** Decides a request to an order that exists. */
    Verdict judge(OrderView order, Request request);

    /**
     * Decides a request to start an order, or a case.
     *
     * @param unbegun what conditions look at: an order or a case in no status, at the time of the request
     */
    Verdict judgeStart(OrderView unbegun, Request request);

    /** Decides a request to start an order. */
    default Verdict judgeStart(String number, Request request) {
        return judgeStart(OrderState.of(number, "", request.at()).withLines(request.lines()), request);
    }

    /** Each event of the workflow that does not start an order, with the data that it needs or what speaks against it. */
    List<Action> available(OrderView order, Actor actor, Instant now);

    /**
     * Each event that can start an order, or a case, with the data that it needs or what speaks against it.
     *
     * @param unbegun what conditions look at: an order or a case in no status, at that time
     */
    List<Action> availableStarts(OrderView unbegun, Actor actor, Instant now);

    /** Each event that can start an order, with the data that it needs or what speaks against it. */
    default List<Action> availableStarts(String number, Actor actor, Instant now) {
        return availableStarts(OrderState.of(number, "", now), actor, now);
    }

    /** Whether an event can start an order. */
    boolean isStart(String event);
}
