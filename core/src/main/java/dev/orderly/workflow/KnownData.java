package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * The condition that the order has a field, given earlier or by the request.
 *
 * @param field the field's name
 */
public record KnownData(String field) implements Condition {

    @Override
    public Kind kind() {
        return Kind.HAS;
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
        return facts.field(field) != null || facts.gives(field);
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
        return "has " + field;
    }
}
