package dev.orderly.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the value of one field, which the checker can reason about.
 *
 * @param field the field's name
 * @param operator how to compare
 * @param values what to compare with, canonical for the field's type: at least one for {@link Operator#IS} and
 *     {@link Operator#IS_NOT}, exactly one for an order relation, none for the others
 */
public record FieldCondition(String field, Operator operator, List<Object> values) implements Condition {

    /** The code of its objection. */
    public static final String CODE = "condition-not-met";

    /** How a field's value is compared. */
    public enum Operator {
        /** The value is one of those given. */
        IS("is"),
        /** The value is none of those given. */
        IS_NOT("is-not"),
        /** The value is at least the one given: numbers, dates, instants, and money of one currency. */
        AT_LEAST("at-least"),
        /** The value is at most the one given. */
        AT_MOST("at-most"),
        /** The value is more than the one given. */
        MORE_THAN("more-than"),
        /** The value is less than the one given. */
        LESS_THAN("less-than"),
        /** The field has a value. */
        PRESENT("present"),
        /** The field has no value. */
        ABSENT("absent"),
        /** The value is the order's number. */
        ORDER_NUMBER("order-number");

        private final String code;

        Operator(String code) {
            this.code = code;
        }

        /** The operator's word in workflow files. */
        public String code() {
            return code;
        }

        /** Whether this is one of the four order relations. */
        public boolean isRelation() {
            return this == AT_LEAST || this == AT_MOST || this == MORE_THAN || this == LESS_THAN;
        }
    }

    public FieldCondition {
        values = List.copyOf(values);
        boolean fits = switch (operator) {
            case IS, IS_NOT -> !values.isEmpty();
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> values.size() == 1;
            case PRESENT, ABSENT, ORDER_NUMBER -> values.isEmpty();
        };
        if (!fits) {
            throw new IllegalArgumentException("the condition \"" + operator.code + "\" on " + field + " does not take "
                    + values.size() + " values");
        }
    }

    FieldCondition canonical(Map<String, Field> declared) {
        Field named = declared.get(field);
        return named == null ? this : canonical(named);
    }

    private FieldCondition canonical(Field declared) {
        return new FieldCondition(
                field, operator, values.stream().map(declared::canonicalOrSame).toList());
    }

    /** The condition that a field has one of these values. */
    public static FieldCondition of(String field, Object... values) {
        return new FieldCondition(field, Operator.IS, List.of(values));
    }

    /** The condition that a field has a value. */
    public static FieldCondition present(String field) {
        return new FieldCondition(field, Operator.PRESENT, List.of());
    }

    /** The condition that a field has no value. */
    public static FieldCondition absent(String field) {
        return new FieldCondition(field, Operator.ABSENT, List.of());
    }

    /**
     * Whether a value meets this condition. A field without a value meets {@link Operator#ABSENT} only: what is
     * not known is neither equal to anything nor different from it.
     *
     * @param value the field's canonical value, or null where it has none
     * @param orderNumber the number of the order, for {@link Operator#ORDER_NUMBER}
     */
    public boolean holds(@Nullable Object value, String orderNumber) {
        if (value == null) {
            return operator == Operator.ABSENT;
        }
        return switch (operator) {
            case IS -> values.contains(value);
            case IS_NOT -> !values.contains(value);
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> isOrdered(operator, value, values.get(0));
            case PRESENT -> true;
            case ABSENT -> false;
            case ORDER_NUMBER -> value.equals(orderNumber);
        };
    }

    /** Whether two canonical values stand in an order relation; amounts in two currencies stand in none. */
    static boolean isOrdered(Operator operator, Object value, Object other) {
        FieldType type = FieldType.ofValue(value);
        Integer order = type == null ? null : type.compare(value, other);
        return order != null
                && switch (operator) {
                    case AT_LEAST -> order >= 0;
                    case AT_MOST -> order <= 0;
                    case MORE_THAN -> order > 0;
                    case LESS_THAN -> order < 0;
                    case IS, IS_NOT, PRESENT, ABSENT, ORDER_NUMBER -> false;
                };
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
        return Basis.DATA;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        return holds(facts.field(field), facts.number());
    }

    /** A field without a value is missing, and so never fails a comparison; a wrong value is no missing one. */
    @Override
    public @Nullable String missing(StepFacts facts) {
        return asks() && facts.field(field) == null && !facts.gives(field) ? field : null;
    }

    @Override
    public @Nullable Objection objection(StepFacts facts) {
        Object value = facts.field(field);
        return value == null && asks() ? null : expecting().with("field", field).with("actual", String.valueOf(value));
    }

    /** What a value should be is said by numbers and words of the workflow, or else by a sentence of its own. */
    private Objection expecting() {
        Map<String, Object> params = switch (operator) {
            case IS, PRESENT -> Map.of("expected", joined(" / "));
            case IS_NOT -> Map.of("kind", "is-not", "expected", joined(" / "));
            case ABSENT -> Map.of("kind", "absent");
            case ORDER_NUMBER -> Map.of("kind", "order-number");
            case AT_LEAST, AT_MOST, MORE_THAN, LESS_THAN -> Map.of("expected", expected(operator, values.get(0)));
        };
        return new Objection(CODE, params);
    }

    /** What an order relation expects, such as {@code ≤ 5}. */
    static String expected(Operator operator, Object limit) {
        String sign = switch (operator) {
            case AT_LEAST -> "≥ ";
            case AT_MOST -> "≤ ";
            case MORE_THAN -> "> ";
            case LESS_THAN -> "< ";
            case IS, IS_NOT, PRESENT, ABSENT, ORDER_NUMBER -> "";
        };
        return sign + limit;
    }

    /** Whether a value is asked for: a request may give it while the order has none. */
    public boolean asks() {
        return operator != Operator.ABSENT;
    }

    @Override
    public List<String> changedBy(StepFacts facts) {
        return asks() ? List.of(field) : List.of();
    }

    @Override
    public String words() {
        return toString();
    }

    @Override
    public String toString() {
        return switch (operator) {
            case PRESENT -> field + " is given";
            case ABSENT -> field + " is not given";
            case ORDER_NUMBER -> field + " is the order's number";
            default -> field + " " + operator.code.replace('-', ' ') + " " + joined(" or ");
        };
    }

    private String joined(String link) {
        return String.join(link, values.stream().map(Object::toString).toList());
    }
}
