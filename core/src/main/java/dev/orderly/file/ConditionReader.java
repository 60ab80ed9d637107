package dev.orderly.file;

import dev.orderly.workflow.Condition;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Reads the conditions of a {@code when}: a map from fields to conditions, or a list of such maps. */
final class ConditionReader {

    private static final List<String> WORDS = Arrays.stream(Operator.values())
            .filter(operator -> operator != Operator.ABSENT)
            .map(Operator::code)
            .toList();

    private final FileProblems problems;
    private final AmountReader amounts;

    ConditionReader(FileProblems problems) {
        this.problems = problems;
        this.amounts = new AmountReader(problems);
    }

    /** Conditions that compare with constants only; others are reported. */
    List<FieldCondition> constants(MappingReader mapping) {
        List<FieldCondition> constants = new ArrayList<>();
        for (Condition test : conditions(mapping)) {
            if (test instanceof FieldCondition constant) {
                constants.add(constant);
            } else {
                mapping.invalid(
                        "when",
                        "\"" + test.words() + "\" of " + mapping.what()
                                + " compares with another field, which the checker"
                                + " cannot prove: compare with a constant, or give the field a bound with \"at-most\"");
                problems.missing(ErrorRecovery.CONDITION);
            }
        }
        return constants;
    }

    List<Condition> conditions(MappingReader mapping) {
        List<Condition> tests = new ArrayList<>();
        for (Node item : mapping.items("when")) {
            if (item instanceof Node.Mapping) {
                MappingReader when = MappingReader.of(item, "\"when\"", problems);
                for (Map.Entry<String, Node> entry : when.entries().entrySet()) {
                    condition(entry.getKey(), entry.getValue(), when, tests);
                }
            } else {
                mapping.wrong(item, "when", "a map of fields and conditions, such as { delivery: courier }");
                problems.missing(ErrorRecovery.CONDITION);
            }
        }
        return tests;
    }

    private void condition(String field, Node node, MappingReader when, List<Condition> tests) {
        if (!(node instanceof Node.Mapping)) {
            test(field, Operator.IS, when, field, tests);
            return;
        }
        MappingReader condition = MappingReader.of(node, "the condition on " + Node.quoted(field), problems);
        if (!condition.allow(WORDS)) {
            problems.missing(ErrorRecovery.CONDITION);
        }
        if (condition.entries().isEmpty()) {
            when.invalid(
                    field,
                    "the condition on " + Node.quoted(field) + " is empty: write a value, or one of "
                            + String.join(", ", WORDS));
            problems.missing(ErrorRecovery.CONDITION);
        }
        for (Operator operator : Operator.values()) {
            if (condition.entries().containsKey(operator.code())) {
                test(field, operator, condition, operator.code(), tests);
            }
        }
    }

    private void test(String field, Operator operator, MappingReader mapping, String key, List<Condition> tests) {
        if (operator.isRelation() && mapping.node(key).orElse(null) instanceof Node.Mapping) {
            amounts.reference(mapping, key).ifPresent(other -> tests.add(new FieldComparison(field, operator, other)));
            return;
        }
        Operator meant = operator;
        List<Object> values = List.of();
        if (operator == Operator.PRESENT) {
            meant = mapping.flag(key) ? Operator.PRESENT : Operator.ABSENT;
        } else if (operator == Operator.ORDER_NUMBER) {
            if (mapping.text(key).filter(text -> !text.equals("true")).isPresent()) {
                mapping.invalid(key, "\"order-number\" can only be true: leave it out otherwise");
            }
        } else {
            values = values(mapping, key);
            if (values.isEmpty()) {
                problems.missing(ErrorRecovery.CONDITION);
                return;
            }
        }
        try {
            tests.add(new FieldCondition(field, meant, values));
        } catch (IllegalArgumentException e) {
            mapping.invalid(key, String.valueOf(e.getMessage()));
            problems.missing(ErrorRecovery.CONDITION);
        }
    }

    private static List<Object> values(MappingReader mapping, String key) {
        boolean isEmptyList = mapping.node(key)
                .filter(node ->
                        node instanceof Node.Sequence list && list.items().isEmpty())
                .isPresent();
        if (isEmptyList) {
            mapping.invalid(key, "the condition on a field needs a value to compare with, but the list is empty");
        }
        return List.copyOf(mapping.texts(key, value -> value));
    }
}
