package dev.orderly.benchmarks.cold;

import dev.orderly.benchmarks.peers.OrderFlow;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;

/** A program that decides by a workflow file, the bookstore's, and ends. */
final class FirstByPreset {

    private FirstByPreset() {}

    public static void main(String[] args) {
        long entered = System.nanoTime();
        Workflow workflow = Presets.bookstore();
        long defined = System.nanoTime();
        Decider decider = Decider.of(workflow);
        long compiled = System.nanoTime();
        Request request = Request.of("place", Actor.of("customer"))
                .with("payment", "prepaid")
                .withTime(OrderFlow.AT);
        Decision decision = decider.place("1001", request);
        long decided = System.nanoTime();
        System.out.println(((Accepted) decision).order().status());
        Stamps.print(entered, defined, compiled, decided);
    }
}
