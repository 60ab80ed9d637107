package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.HashSet;
import java.util.Set;

/** Finds fields whose declaration makes no sense, and fields that stay empty for ever. */
final class FieldChecks {

    private final DefinedNames names;
    private final ProblemCollector problems;

    FieldChecks(DefinedNames names, ProblemCollector problems) {
        this.names = names;
        this.problems = problems;
    }

    void run(Workflow workflow) {
        Set<String> settable = settable(workflow);
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
        if (field.type() != FieldType.NUMBER) {
            if (field.min() != null || field.max() != null) {
                String bound = field.min() == null ? "max" : "min";
                wrong(path + "/" + bound, field, "has type " + field.type().code() + ": only a number has bounds");
            }
        } else if (field.min() != null && field.max() != null && field.min().compareTo(field.max()) > 0) {
            wrong(
                    path + "/min",
                    field,
                    "takes no number at all: its \"min\" " + field.min().toPlainString() + " is more than its \"max\" "
                            + field.max().toPlainString());
        }
    }

    private void wrong(String path, Field field, String what) {
        problems.add(ProblemCode.WRONG_CONDITION, path, "field " + field.name() + " " + what);
    }

    /**
     * The names of the fields that some request can set: those that a transition names, and those of its conditions.
     */
    private Set<String> settable(Workflow workflow) {
        Set<String> settable = new HashSet<>();
        for (Transition transition : workflow.transitions()) {
            for (String name : transition.writable()) {
                add(settable, name);
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
