package dev.orderly.statemachine;

import dev.orderly.decision.Reason;
import dev.orderly.workflow.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one alternative says to one step; found out once, and only as far as somebody wants to know. */
final class Evaluation {

    private final Alternative alternative;
    private final RequestFacts offer;
    private final boolean allowed;
    private final boolean fitting;
    private @Nullable List<List<Reason>> against;

    Evaluation(Alternative alternative, RequestFacts offer) {
        this.alternative = alternative;
        this.offer = offer;
        this.allowed = alternative.transition().allows(offer.role());
        this.fitting = alternative.conditions().fit(offer);
    }

    Transition transition() {
        return alternative.transition();
    }

    /** Tells whether the actor's role may do it. */
    boolean isAllowed() {
        return allowed;
    }

    /** Tells whether the data are those by which the alternative is told apart from others. */
    boolean isFitting() {
        return fitting;
    }

    boolean isOpen() {
        return allowed && fitting && against().stream().allMatch(List::isEmpty);
    }

    /** What speaks against it, kind by kind. */
    List<List<Reason>> against() {
        if (against == null) {
            against = alternative.conditions().against(offer);
        }
        return against;
    }
}
