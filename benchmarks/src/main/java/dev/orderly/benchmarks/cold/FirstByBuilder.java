package dev.orderly.benchmarks.cold;

import dev.orderly.benchmarks.peers.Ask;
import dev.orderly.benchmarks.peers.OrderFlow;
import dev.orderly.benchmarks.peers.OrderlyFlow;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Verdict;
import dev.orderly.order.OrderState;
import dev.orderly.workflow.Workflow;

/** A program that decides by a workflow built in Java, and ends. */
final class FirstByBuilder {

    private FirstByBuilder() {}

    public static void main(String[] args) {
        long entered = System.nanoTime();
        Workflow workflow = OrderlyFlow.workflow();
        long defined = System.nanoTime();
        Decider decider = Decider.of(workflow);
        long compiled = System.nanoTime();
        Verdict verdict = decider.judge(
                OrderState.of("1001", OrderFlow.NEW, OrderFlow.AT),
                OrderlyFlow.request(new Ask(OrderFlow.SUBMIT, null, OrderFlow.AT, OrderFlow.WHO)));
        long decided = System.nanoTime();
        System.out.println(((Allowed) verdict).to());
        Stamps.print(entered, defined, compiled, decided);
    }
}
