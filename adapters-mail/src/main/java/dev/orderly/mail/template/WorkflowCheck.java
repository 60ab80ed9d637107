package dev.orderly.mail.template;

import dev.orderly.mail.template.TemplatePath.Kind;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.Workflow;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds texts for a workflow that could never be sent, and fields that it does not have. */
final class WorkflowCheck {

    private static final Pattern FIELD = Pattern.compile("\\{\\{[#^/]?\\s*(?:data|fields)\\.([^{}]*?)\\s*\\}\\}");

    private final Workflow workflow;
    private final TemplateFile file;
    private final List<TemplateProblem> problems;

    private WorkflowCheck(Workflow workflow, TemplateFile file, List<TemplateProblem> problems) {
        this.workflow = workflow;
        this.file = file;
        this.problems = problems;
    }

    /** Adds what is wrong to the problems. */
    static void check(Workflow workflow, Map<String, List<TemplateFile>> files, List<TemplateProblem> problems) {
        for (List<TemplateFile> found : files.values()) {
            TemplateFile file = found.get(found.size() - 1);
            if (file.path().workflow().equals(workflow.name())) {
                new WorkflowCheck(workflow, file, problems).run();
            }
        }
    }

    private void run() {
        TemplatePath path = file.path();
        if (path.kind() != Kind.STEP) {
            return;
        }
        known("role", path.role(), workflow.roles());
        if (path.caseType().isEmpty()) {
            part(workflow, workflow.name());
            return;
        }
        Optional<CaseType> type = workflow.caseType(path.caseType());
        if (type.isPresent()) {
            part(type.get().workflow(), "case " + path.caseType());
        } else {
            known(
                    "case",
                    path.caseType(),
                    workflow.cases().stream().map(CaseType::name).toList());
        }
    }

    private void part(Workflow part, String name) {
        known("event", file.path().name(), part.eventNames());
        Set<String> fields = new TreeSet<>();
        part.fields().forEach(field -> fields.add(field.name()));
        workflow.fields().forEach(field -> fields.add(field.name()));
        Matcher field = FIELD.matcher(file.text());
        while (field.find()) {
            if (!fields.contains(field.group(1))) {
                int line = 1
                        + (int) file.text().substring(0, field.start()).lines().count()
                        - 1;
                problems.add(new TemplateProblem(
                        file.origin(),
                        Math.max(1, line),
                        name + " has no field " + field.group(1) + nearest(field.group(1), fields)));
            }
        }
    }

    private void known(String what, String name, Collection<String> all) {
        if (!all.contains(name)) {
            problems.add(new TemplateProblem(
                    file.origin(), 1, workflow.name() + " has no " + what + " " + name + nearest(name, all)));
        }
    }

    private static String nearest(String name, Collection<String> all) {
        return Name.nearest(name, all).map(n -> "; did you mean " + n + "?").orElse("");
    }
}
