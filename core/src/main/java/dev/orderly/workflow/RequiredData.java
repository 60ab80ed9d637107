package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * The condition that the request itself gives a field.
 *
 * @param field the field's name
 */
public record RequiredData(String field) implements Condition {

    @Override
    public Kind kind() {
        return Kind.NEEDS;
    }

    @Override
    public Object content() {
        return field;
    }

    @Override
    public Basis basis() {
        return Basis.DATA;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        return facts.gives(field);
    }

    @Override
    public String missing(StepFacts facts) {
        return field;
    }

    @Override
    public @Nullable Objection objection(StepFacts facts) {
        return null;
    }

    @Override
    public String words() {
        return "needs " + field;
    }
}
