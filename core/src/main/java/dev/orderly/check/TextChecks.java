package dev.orderly.check;

import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.EventLabel;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.StringJoiner;

/** Finds texts that lack a declared language or speak another one. */
final class TextChecks {

    private final Workflow workflow;
    private final DefinedNames names;
    private final ProblemCollector problems;

    TextChecks(Workflow workflow, DefinedNames names, ProblemCollector problems) {
        this.workflow = workflow;
        this.names = names;
        this.problems = problems;
    }

    void run() {
        for (Field field : workflow.fields()) {
            String path = "fields/" + field.name();
            text(field.label(), "label", "field", field.name(), path);
            choices(field, path + "/of");
        }
        boolean labelled = workflow.statuses().stream().anyMatch(s -> !s.label().isEmpty());
        for (Status status : workflow.statuses()) {
            String path = "statuses/" + status.name();
            if (labelled && status.label().isEmpty()) {
                missing(status.label(), "label", "status", status.name(), path + "/label");
            }
            text(status.label(), "label", "status", status.name(), path);
            text(status.note(), "note", "status", status.name(), path);
        }
        if (workflow.items() != null) {
            for (Status status : workflow.items().statuses()) {
                String path = "items/statuses/" + status.name();
                text(status.label(), "label", "item status", status.name(), path);
                text(status.note(), "note", "item status", status.name(), path);
            }
        }
        for (CustomerStatus status : workflow.customerStatuses()) {
            String path = "customer-statuses/" + status.name();
            text(status.label(), "label", "customer status", status.name(), path);
            text(status.note(), "note", "customer status", status.name(), path);
        }
        for (EventLabel event : workflow.events()) {
            text(event.label(), "label", "event", event.event(), "events/" + event.event());
        }
        for (CaseType flow : workflow.flows()) {
            text(flow.label(), "label", "flow", flow.name(), "flows/" + flow.name());
        }
        for (CaseType type : workflow.cases()) {
            text(type.label(), "label", "case", type.name(), "cases/" + type.name());
        }
    }

    /** Words of which some have a label are meant for people, so that all should have one. */
    private void choices(Field field, String path) {
        if (field.choiceLabels().isEmpty()) {
            return;
        }
        for (String word : field.choices()) {
            LocalText label = field.choiceLabels().getOrDefault(word, LocalText.EMPTY);
            for (String language : label.byLanguage().keySet()) {
                names.expect(DefinedNames.Kind.LANGUAGE, language, path + "/" + word + "/" + language, problems);
            }
            missing(label, "label", "word", word, path + "/" + word);
        }
    }

    private void text(LocalText text, String what, String kind, String name, String path) {
        if (text.isEmpty()) {
            return;
        }
        for (String language : text.byLanguage().keySet()) {
            names.expect(DefinedNames.Kind.LANGUAGE, language, path + "/" + what + "/" + language, problems);
        }
        missing(text, what, kind, name, path + "/" + what);
    }

    private void missing(LocalText text, String what, String kind, String name, String path) {
        StringJoiner lacking = new StringJoiner(", ");
        for (String language : workflow.languages()) {
            if (!text.byLanguage().containsKey(language)) {
                lacking.add(language);
            }
        }
        if (lacking.length() > 0) {
            problems.add(
                    ProblemCode.MISSING_TEXT,
                    path,
                    "the " + what + " of " + kind + " " + name + " is missing in " + lacking
                            + ": write it, or people read "
                            + (text.isEmpty() ? "the bare name" : "it in another language"));
        }
    }
}
