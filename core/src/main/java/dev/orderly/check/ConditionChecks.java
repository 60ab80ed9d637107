package dev.orderly.check;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.Reference;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Judges whether conditions suit the type of their field. */
final class ConditionChecks {

    private ConditionChecks() {}

    /** Reports each condition on an unknown field, and each that its field's type cannot have. */
    static void check(List<FieldCondition> tests, DefinedNames names, String path, ProblemCollector problems) {
        for (FieldCondition test : tests) {
            String fieldPath = path + "/" + test.field();
            names.expect(DefinedNames.Kind.FIELD, test.field(), fieldPath, problems);
            Field field = names.field(test.field());
            if (field != null) {
                for (String objection : objections(field, test)) {
                    problems.add(ProblemCode.WRONG_CONDITION, fieldPath, objection + hint(test, names));
                }
            }
        }
    }

    /** How to compare with another field or a total, where a text names one in the place of a value. */
    private static String hint(FieldCondition test, DefinedNames names) {
        if (!test.operator().isRelation()) {
            return "";
        }
        String named = test.values().get(0).toString();
        if (named.equals(Reference.Source.TOTAL.key())) {
            return "; for the total of the lines write { " + Reference.linesTotal() + " }";
        }
        return names.declares(DefinedNames.Kind.FIELD, named)
                ? "; for the value of that field write { " + Reference.field(named) + " }"
                : "";
    }

    /** The condition on the field it means, with canonical values; null if it makes no sense. */
    static @Nullable FieldCondition read(FieldCondition test, DefinedNames names) {
        Field field = names.field(test.field());
        if (field == null || !objections(field, test).isEmpty()) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (Object value : test.values()) {
            values.add(field.canonical(value));
        }
        return new FieldCondition(field.name(), test.operator(), values);
    }

    /** Conditions in words. */
    static String inWords(List<FieldCondition> tests) {
        StringJoiner words = new StringJoiner(" and ");
        for (FieldCondition test : tests) {
            words.add(test.toString());
        }
        return words.toString();
    }

    /** What a transition demands of data and units, in words. */
    static String inWords(Transition transition) {
        StringJoiner words = new StringJoiner(" and ");
        transition.conditions(Condition.Kind.WHEN).forEach(test -> words.add(test.words()));
        if (transition.itemMove() != null) {
            words.add("some of the units "
                    + String.join(" or ", transition.itemMove().from()));
        }
        transition.whenItems().forEach(test -> words.add(test.words()));
        return words.toString();
    }

    private static List<String> objections(Field field, FieldCondition test) {
        Operator operator = test.operator();
        String type = "field " + field.name() + " has type " + field.type().code();
        if (operator.isRelation() && !field.type().isOrdered()) {
            return List.of(type + ", which has no order: use \"" + operator.code()
                    + "\" on a number, a date, an instant or money");
        }
        if (operator == Operator.ORDER_NUMBER && field.type() != FieldType.TEXT) {
            return List.of(type + ", which cannot be an order's number: use \"order-number\" on a text");
        }
        List<String> objections = new ArrayList<>();
        for (Object value : test.values()) {
            String objection = objection(field, value);
            if (objection != null) {
                objections.add(objection);
            }
        }
        return objections;
    }

    private static @Nullable String objection(Field field, Object value) {
        try {
            field.canonical(value);
            return null;
        } catch (IllegalArgumentException e) {
            String meant = Name.nearest(value.toString(), field.choices()).orElse(null);
            return "field " + field.name() + " can never have this value: " + e.getMessage()
                    + (meant == null ? "" : "; did you mean \"" + meant + "\"?");
        }
    }
}
