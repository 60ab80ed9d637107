package dev.orderly.benchmarks.peers;

import dev.orderly.decision.Allowed;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Verdict;
import dev.orderly.order.OrderState;

/**
 * Orderly where the shop keeps its orders itself: whether a step is allowed, and where it leads. Checks the definition
 * first, roles and the order of time with each step, and gives the reasons of a refusal. The entry is the shop's own, and
 * there is no snapshot.
 */
final class OrderlyJudge implements SharedMachine {

    private final Decider decider = Decider.of(OrderlyFlow.workflow());

    @Override
    public Object fire(String status, Ask ask) {
        OrderState order = OrderState.of(OrderlyFlow.NUMBER, status, OrderFlow.AT);
        Verdict verdict = decider.judge(order, OrderlyFlow.request(ask));
        return verdict instanceof Allowed permitted ? Entry.of(status, ask, permitted.to()) : verdict;
    }
}
