package dev.orderly.workflow;

import java.util.Map;

/** The condition that the order has no open case. */
public record NoOpenCase() implements Condition {

    /** The code of its objection. */
    public static final String CODE = "case-open";

    @Override
    public Kind kind() {
        return Kind.NO_OPEN_CASE;
    }

    @Override
    public Object content() {
        return true;
    }

    @Override
    public Basis basis() {
        return Basis.PAST;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        return !facts.hasOpenCase();
    }

    @Override
    public Objection objection(StepFacts facts) {
        return new Objection(CODE, Map.of());
    }

    @Override
    public String problemInCase() {
        return "a case has no cases of its own: ask for that on a transition of the order";
    }

    @Override
    public String words() {
        return "no open case";
    }
}
