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

    private static final Pattern FIELD = tag("data|fields");
    private static final Pattern DEADLINE = tag("deadlines|deadlineTimes");

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
        used(FIELD, name + " has no field ", fields);
        Set<String> events = new TreeSet<>(part.eventNames());
        events.addAll(workflow.eventNames());
        used(DEADLINE, name + " has no event ", events);
    }

    private void used(Pattern tag, String problem, Set<String> known) {
        Matcher use = tag.matcher(file.text());
        while (use.find()) {
            String name = use.group(1);
            if (!known.contains(name)) {
                int line = 1
                        + (int) file.text()
                                .substring(0, use.start())
                                .chars()
                                .filter(c -> c == '\n')
                                .count();
                problems.add(new TemplateProblem(file.origin(), line, problem + name + nearest(name, known)));
            }
        }
    }

    /** Tags with a name within one of these groups. */
    private static Pattern tag(String groups) {
        return Pattern.compile("\\{\\{[#^]?\\s*(?:" + groups + ")\\.([^{}]*?)\\s*\\}\\}");
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
