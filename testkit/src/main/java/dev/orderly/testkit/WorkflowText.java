package dev.orderly.testkit;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.FieldChange;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.StringJoiner;

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
        for (CaseType type : workflow.parts()) {
            lines.add("in " + String.join(", ", type.openIn()) + " can be opened " + of(type.workflow()));
        }
        return lines.toString();
    }

    private static String of(Transition t) {
        StringJoiner text = new StringJoiner("; ");
        text.add(t.toString());
        add(text, "by ", t.by());
        ItemMove move = t.itemMove();
        if (move != null) {
            text.add("moves " + String.join(" or ", move.from()) + " to " + move.to());
        }
        if (!t.changes().isEmpty()) {
            text.add("writes " + String.join(" and ", FieldChange.words(t.changes())));
        }
        t.conditions().forEach(condition -> text.add(condition.words()));
        add(text, "takes ", t.takes());
        add(text, "checklist ", t.checklist());
        if (t.after() != null) {
            text.add("after " + t.after().words());
        }
        return text.toString();
    }

    private static void add(StringJoiner text, String what, List<String> names) {
        if (!names.isEmpty()) {
            text.add(what + String.join(", ", names));
        }
    }
}
