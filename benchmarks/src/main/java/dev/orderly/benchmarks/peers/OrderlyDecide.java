package dev.orderly.benchmarks.peers;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Engine;
import dev.orderly.order.Order;
import dev.orderly.statemachine.StateMachineEngine;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Orderly with all that it gives: the order's next snapshot and the entry of its history, or the reasons of a refusal.
 * Checks the definition first, and roles and the order of time with each step. What its store hands over is a snapshot.
 */
final class OrderlyDecide implements Contender<Order, Order> {

    private final Decider decider;

    private OrderlyDecide(Function<Workflow, Engine> engine) {
        decider = Decider.using(OrderlyFlow.workflow(), engine);
    }

    /** On the library's own engine. */
    static OrderlyDecide onTable() {
        return new OrderlyDecide(workflow -> Engine.table(workflow, Map.of()));
    }

    /** On Spring Statemachine, by {@code orderly-statemachine}: pooled machines that are reset. */
    static OrderlyDecide onSpring() {
        return new OrderlyDecide(StateMachineEngine::of);
    }

    @Override
    public Order stored(String status) {
        Order order = ((Accepted) decider.place(OrderlyFlow.NUMBER, OrderlyFlow.placing())).order();
        if (status.equals(OrderFlow.CANCELLED)) {
            return next(order, fire(order, OrderFlow.ask(OrderFlow.CANCEL)));
        }
        for (Ask step : OrderFlow.LIFE) {
            if (!order.status().equals(status)) {
                order = next(order, fire(order, step));
            }
        }
        return order;
    }

    @Override
    public Order open(Order stored) {
        return stored;
    }

    @Override
    public Object fire(Order order, Ask ask) {
        return decider.decide(order, OrderlyFlow.request(ask));
    }

    @Override
    public Order next(Order order, Object answer) {
        return ((Accepted) answer).order();
    }

    @Override
    public @Nullable String target(Object answer) {
        return answer instanceof Accepted accepted ? accepted.entry().to() : null;
    }
}
