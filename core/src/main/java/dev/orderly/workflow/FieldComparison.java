package dev.orderly.workflow;

import dev.orderly.workflow.FieldCondition.Operator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition that the value of a field is at least, or less than, that of another field or a total: numbers with
 * numbers, money with money of one currency, dates with dates, instants with instants. Amounts in two currencies have no
 * order, and meet none.
 *
 * @param field the field's name
 * @param operator one of the four order relations
 * @param other what it is compared with
 */
public record FieldComparison(String field, Operator operator, Reference other) implements Condition {

    /**
     * @throws IllegalArgumentException if the operator is no order relation
     */
    public FieldComparison {
        if (!operator.isRelation()) {
            throw new IllegalArgumentException("the condition \"" + operator.code() + "\" on " + field
                    + " compares with no other field: use at-least, at-most, more-than or less-than");
        }
    }

    /** The condition that a field is at least this. */
    public static FieldComparison atLeast(String field, Reference other) {
        return new FieldComparison(field, Operator.AT_LEAST, other);
    }

    /** The condition that a field is at most this. */
    public static FieldComparison atMost(String field, Reference other) {
        return new FieldComparison(field, Operator.AT_MOST, other);
    }

    /** The condition that a field is more than this. */
    public static FieldComparison moreThan(String field, Reference other) {
        return new FieldComparison(field, Operator.MORE_THAN, other);
    }

    /** The condition that a field is less than this. */
    public static FieldComparison lessThan(String field, Reference other) {
        return new FieldComparison(field, Operator.LESS_THAN, other);
    }

    @Override
    public Kind kind() {
        return Kind.WHEN;
    }

    @Override
    public Object content() {
        return this;
    }

    @Override
    public Basis basis() {
        return Basis.AMOUNTS;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        Object value = facts.field(field);
        Object limit = other.in(facts);
        return value != null && limit != null && FieldCondition.isOrdered(operator, value, limit);
    }

    /** Only the field itself can be missing: a request that gave what it is held to would set its own limit. */
    @Override
    public @Nullable String missing(StepFacts facts) {
        return facts.field(field) == null && !facts.gives(field) ? field : null;
    }

    @Override
    public @Nullable Objection objection(StepFacts facts) {
        Object value = facts.field(field);
        if (value == null) {
            return null;
        }
        Object limit = other.in(facts);
        Map<String, Object> params = limit == null
                ? Map.of("kind", "compared-unknown")
                : Map.of("kind", "compared", "expected", FieldCondition.expected(operator, limit));
        return new Objection(FieldCondition.CODE, params)
                .with("field", field)
                .with("actual", value.toString())
                .with("other", other.param());
    }

    @Override
    public List<String> changedBy(StepFacts facts) {
        return other.isField() ? List.of(field, other.name()) : List.of(field);
    }

    @Override
    public @Nullable String problemInCase() {
        return other.isField() ? null : "a case has no lines: ask for their total on a transition of the order";
    }

    @Override
    public String words() {
        return field + " " + operator.code().replace('-', ' ') + " " + other.words();
    }

    @Override
    public String toString() {
        return words();
    }
}
