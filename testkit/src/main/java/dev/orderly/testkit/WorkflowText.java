package dev.orderly.testkit;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What differs from one random workflow to the next: a line for each transition and each never rule. */
final class WorkflowText {

    private WorkflowText() {}

    static String of(Workflow workflow) {
        StringJoiner lines = new StringJoiner("\n    ");
        List<String> done = workflow.statuses().stream()
                .filter(Status::done)
                .map(Status::name)
                .toList();
        lines.add(workflow.name() + ", done in " + String.join(" and ", done) + ":");
        workflow.transitions().forEach(transition -> lines.add(of(transition)));
        workflow.never().forEach(rule -> lines.add(rule.toString()));
        for (CaseType type : workflow.cases()) {
            lines.add("in " + String.join(", ", type.openIn()) + " can be opened " + of(type.workflow()));
        }
        return lines.toString();
    }

    private static String of(Transition t) {
        StringJoiner text = new StringJoiner("; ");
        text.add(t.toString());
        add(text, "by ", t.by());
        add(text, "when ", t.whenFields().stream().map(FieldCondition::toString).toList());
        add(text, "needs ", t.needs());
        add(text, "has ", t.has());
        add(text, "takes ", t.takes());
        add(text, "checklist ", t.checklist());
        add(text, "guard ", t.guards());
        add(text, "after ", t.after());
        add(text, "not before ", t.notBefore());
        add(text, "within ", t.within());
        add(text, "once", t.once());
        add(text, "lines available", t.linesAvailable());
        add(text, "no open case", t.noOpenCase());
        return text.toString();
    }

    private static void add(StringJoiner text, String what, List<String> names) {
        if (!names.isEmpty()) {
            text.add(what + String.join(", ", names));
        }
    }

    private static void add(StringJoiner text, String what, boolean said) {
        if (said) {
            text.add(what);
        }
    }

    private static void add(StringJoiner text, String what, @Nullable TimeLimit limit) {
        if (limit != null) {
            text.add(what
                    + limit.span()
                    + (limit.of() == null ? "" : " of " + limit.of())
                    + (limit.dateField() == null ? "" : " dated by " + limit.dateField())
                    + (limit.cutOff() == null ? "" : " cut off at " + limit.cutOff()));
        }
    }
}
