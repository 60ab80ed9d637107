package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldBound;
import dev.orderly.workflow.FieldComparison;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds fields whose declaration makes no sense, and fields that stay empty for ever. */
final class FieldChecks {

    private final DefinedNames names;
    private final ProblemCollector problems;
    private final AmountChecks amounts;

    FieldChecks(DefinedNames names, ProblemCollector problems) {
        this.names = names;
        this.problems = problems;
        this.amounts = new AmountChecks(names, problems);
    }

    /** Those of a workflow or a case; a flow has none of its own. */
    void run(Workflow workflow, Workflow whole) {
        if (whole.flows().stream().anyMatch(flow -> flow.workflow().equals(workflow))) {
            return;
        }
        Set<String> settable = settable(workflow);
        if (workflow.equals(whole)) {
            whole.flows().forEach(flow -> settable.addAll(settable(flow.workflow())));
        }
        for (Field field : workflow.fields()) {
            String path = "fields/" + field.name();
            declaration(field, path);
            if (!settable.contains(field.name())) {
                problems.add(
                        ProblemCode.UNUSED_FIELD,
                        path,
                        "no transition can set field " + field.name()
                                + ": name it in \"needs\", \"has\" or \"takes\" of one, or remove it");
            }
        }
    }

    private void declaration(Field field, String path) {
        boolean choice = field.type() == FieldType.CHOICE;
        if (choice && field.choices().isEmpty()) {
            wrong(path + "/of", field, "has type choice but no words to choose from: list them in \"of\"");
        }
        if (!choice && !field.choices().isEmpty()) {
            wrong(path + "/of", field, "has type " + field.type().code() + ": only a choice lists words in \"of\"");
        }
        bound(field, "min", field.min(), path);
        bound(field, "max", field.max(), path);
        bounds(field, path);
        amounts.bounds(field, path);
    }

    private void bound(Field field, String key, @Nullable FieldBound bound, String path) {
        FieldType type = field.type();
        if (bound == null) {
            return;
        }
        if (!type.hasBounds()) {
            wrong(
                    path + "/" + key,
                    field,
                    "has type " + type.code() + ": only a number, an amount of money and a date have bounds");
        } else if (bound.type() != type) {
            wrong(
                    path + "/" + key,
                    field,
                    "has type " + type.code() + ", but its \"" + key + "\" " + bound + " is a "
                            + bound.type().code() + ": write " + type.expectation());
        }
    }

    /** A bound of another type is reported as such; what today is, is not known before a request. */
    private void bounds(Field field, String path) {
        FieldBound min = field.min();
        FieldBound max = field.max();
        Object least = min == null || min.type() != field.type() ? null : min.value();
        Object most = max == null || max.type() != field.type() ? null : max.value();
        if (least == null || most == null) {
            return;
        }
        Integer order = field.type().compare(least, most);
        if (order == null) {
            wrong(
                    path + "/max",
                    field,
                    "takes no amount at all: its \"min\" " + min + " and its \"max\" " + max
                            + " are in two currencies");
        } else if (order > 0) {
            wrong(
                    path + "/min",
                    field,
                    "takes no " + field.type().code() + " at all: its \"min\" " + min + " is more than its \"max\" "
                            + max);
        }
    }

    private void wrong(String path, Field field, String what) {
        problems.add(ProblemCode.WRONG_CONDITION, path, "field " + field.name() + " " + what);
    }

    /**
     * The names of the fields that some step can set: those that a transition names or writes, and those of its conditions.
     */
    private Set<String> settable(Workflow workflow) {
        Set<String> settable = new HashSet<>();
        for (Transition transition : workflow.transitions()) {
            for (String name : transition.writable()) {
                add(settable, name);
            }
            for (String name : transition.written()) {
                add(settable, name);
            }
            for (FieldComparison test : transition.comparisons()) {
                add(settable, test.field());
            }
            for (FieldCondition test : transition.whenFields()) {
                if (test.operator() != FieldCondition.Operator.ABSENT) {
                    add(settable, test.field());
                }
            }
        }
        return settable;
    }

    private void add(Set<String> fields, String name) {
        Field field = names.field(name);
        if (field != null) {
            fields.add(field.name());
        }
    }
}
