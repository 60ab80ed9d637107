package dev.orderly.statemachine;

import dev.orderly.workflow.Transition;
import java.util.List;
import org.springframework.statemachine.StateContext;
import org.springframework.statemachine.action.Action;
import org.springframework.statemachine.guard.Guard;

/**
 * One way out of one status by one event: the guard of a machine's transition, and its action, which records that the
 * machine took it.
 */
final class Alternative implements Guard<Object, Object>, Action<Object, Object> {

    private final int rank;
    private final Transition transition;
    private final Conditions conditions;
    private final List<Alternative> earlier;

    /**
     * A way out.
     *
     * @param rank the transition's place in the workflow
     * @param earlier the other ways out of the same status by the same event that come before it in the workflow
     */
    Alternative(int rank, Transition transition, Conditions conditions, List<Alternative> earlier) {
        this.rank = rank;
        this.transition = transition;
        this.conditions = conditions;
        this.earlier = List.copyOf(earlier);
    }

    int rank() {
        return rank;
    }

    Transition transition() {
        return transition;
    }

    Conditions conditions() {
        return conditions;
    }

    List<Alternative> earlier() {
        return earlier;
    }

    /** The name of the machine's transition; within a machine no two are alike. */
    String name(String from) {
        return transition.event() + " #" + rank + " from " + from;
    }

    /** Refuses every event that carries no request, such as one that a listener sends to the machine. */
    @Override
    public boolean evaluate(StateContext<Object, Object> context) {
        return StepHeader.of(context.getMessageHeaders())
                .filter(step -> step.stepState().ask(this))
                .isPresent();
    }

    @Override
    public void execute(StateContext<Object, Object> context) {
        StepHeader.of(context.getMessageHeaders())
                .ifPresent(step -> step.stepState().take(this));
    }
}
