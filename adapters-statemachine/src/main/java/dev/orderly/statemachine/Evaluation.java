package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The evaluation of one alternative for one step; its reasons are computed once, when they are asked for. */
final class Evaluation {

    private final Alternative alternative;
    private final RequestFacts facts;
    private final boolean allowed;
    private final boolean fitting;
    private @Nullable List<List<Reason>> against;

    Evaluation(Alternative alternative, RequestFacts facts) {
        this.alternative = alternative;
        this.facts = alternative.conditions().after(facts);
        this.allowed = alternative.transition().allows(facts.role());
        this.fitting = alternative.conditions().fit(this.facts);
    }

    Transition transition() {
        return alternative.transition();
    }

    /** Whether the actor's role may do it. */
    boolean isAllowed() {
        return allowed;
    }

    /** Whether the data are those by which the alternative differs from others. */
    boolean isFitting() {
        return fitting;
    }

    boolean isOpen() {
        return allowed && fitting && against().stream().allMatch(List::isEmpty);
    }

    /** What speaks against it, kind by kind. */
    List<List<Reason>> against() {
        if (against == null) {
            against = alternative.conditions().against(facts);
        }
        return against;
    }
}
