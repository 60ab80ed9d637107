package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of one step on its way through a machine. Used by one thread. */
final class StepState {

    private final OrderView order;
    private final Request request;
    private final Map<String, Field> fields;
    private final Workflow workflow;
    private final Map<Alternative, Evaluation> evaluations = new HashMap<>();
    private final Map<Integer, Evaluation> asked = new TreeMap<>();
    private @Nullable TransitionEntry written;
    private @Nullable RequestFacts facts;
    private @Nullable Alternative taken;
    private @Nullable Reason veto;
    private @Nullable Throwable failure;

    StepState(OrderView order, Request request, Map<String, Field> fields, Workflow workflow) {
        this.order = order;
        this.request = request;
        this.fields = fields;
        this.workflow = workflow;
    }

    /** A step that is written already: the alternative that it took opens, and nothing is asked. */
    static StepState written(OrderView order, Request request, Workflow workflow, TransitionEntry entry) {
        StepState step = new StepState(order, request, Map.of(), workflow);
        step.written = entry;
        return step;
    }

    /** What the conditions look at, read when the first of them is asked. */
    RequestFacts facts() {
        if (facts == null) {
            facts = RequestFacts.read(order, request, fields, workflow);
        }
        return facts;
    }

    /** Answers a machine that asks whether it can take an alternative. */
    boolean ask(Alternative alternative) {
        boolean opens = opens(alternative);
        Evaluation evaluation = evaluations.get(alternative);
        if (evaluation != null) {
            asked.put(alternative.rank(), evaluation);
        }
        return opens;
    }

    /**
     * Whether an alternative is the one to take: its conditions are met, and those of no earlier one, for Spring
     * Statemachine asks alternatives in any order. One step takes one transition.
     */
    boolean opens(Alternative alternative) {
        if (taken != null || veto != null || failure != null) {
            return false;
        }
        if (written != null) {
            return led(alternative, written) && alternative.earlier().stream().noneMatch(each -> led(each, written));
        }
        try {
            for (Alternative earlier : alternative.earlier()) {
                if (evaluation(earlier).isOpen()) {
                    return false;
                }
            }
            return evaluation(alternative).isOpen();
        } catch (RuntimeException | Error e) {
            // Spring Statemachine takes a guard that throws for one that refuses.
            failure = e;
            return false;
        }
    }

    private static boolean led(Alternative alternative, TransitionEntry entry) {
        String to = alternative.transition().to();
        return entry.to().equals(to == null ? entry.from() : to);
    }

    private Evaluation evaluation(Alternative alternative) {
        return evaluations.computeIfAbsent(alternative, a -> new Evaluation(a, facts()));
    }

    /** Whether the step is written, so that nothing can refuse it any more. */
    boolean isWritten() {
        return written != null;
    }

    void take(Alternative alternative) {
        taken = alternative;
    }

    void veto(Reason reason) {
        veto = veto == null ? reason : veto;
    }

    void fail(Throwable thrown) {
        failure = failure == null ? thrown : failure;
    }

    /** The alternative whose action the machine executed. */
    @Nullable
    Alternative taken() {
        return taken;
    }

    /** Why an interceptor refused. */
    @Nullable
    Reason veto() {
        return veto;
    }

    /** The alternatives that the machine asked for, in the order of the workflow. */
    Collection<Evaluation> asked() {
        return asked.values();
    }

    /** Throws what the shop's own code threw where only a broken program throws. */
    void throwFailure() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
