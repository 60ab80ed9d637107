package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A condition in code. The workflow has only its name; the engine has the code and asks it, so that this class finds
 * nothing against a step.
 *
 * @param name the name by which the engine is given the code
 */
public record GuardCondition(String name) implements Condition {

    @Override
    public Kind kind() {
        return Kind.GUARD;
    }

    @Override
    public Object content() {
        return name;
    }

    @Override
    public Basis basis() {
        return Basis.CODE;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        return true;
    }

    @Override
    public @Nullable Objection objection(StepFacts facts) {
        return null;
    }

    @Override
    public String words() {
        return "guard " + name;
    }
}
