package dev.orderly.mail.template;

import dev.orderly.mail.template.TemplateVariables.Holds;
import dev.orderly.mail.template.TemplateVariables.Variable;
import dev.orderly.workflow.Name;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks a template for tags that mean nothing. JMustache finds an unknown variable only when it comes to it, which
 * for a rare branch may be at night.
 */
final class TagCheck {

    private static final String OPEN = "{{";
    private static final Pattern TAG =
            Pattern.compile("\\{\\{(?:\\{\\s*([^{}]*?)\\s*\\}|([#^/>&!=]?)\\s*([^{}]*?)\\s*)\\}\\}");

    private record Section(String name, int line, boolean list, TemplateVariables inner) {}

    private final TemplateFile file;
    private final TemplateVariables variables;
    private final Set<String> blocks;
    private final Deque<Section> open = new ArrayDeque<>();
    private final List<TemplateProblem> problems = new ArrayList<>();

    private TagCheck(TemplateFile file, TemplateVariables variables, Set<String> blocks) {
        this.file = file;
        this.variables = variables;
        this.blocks = blocks;
    }

    /**
     * The problems of a template.
     *
     * @param variables the variables that it can use
     * @param blocks the blocks that it can use
     */
    static List<TemplateProblem> problems(TemplateFile file, TemplateVariables variables, Set<String> blocks) {
        TagCheck check = new TagCheck(file, variables, blocks);
        check.run();
        return check.problems;
    }

    private void run() {
        Matcher tag = TAG.matcher(file.text());
        int from = 0;
        for (int at = file.text().indexOf(OPEN, from); at >= 0; at = file.text().indexOf(OPEN, from)) {
            int line = lineAt(at);
            if (!tag.find(at) || tag.start() != at) {
                problem(line, "a tag begins with {{ and never ends with }}");
                return;
            }
            from = tag.end();
            if (tag.group(1) != null) {
                raw(tag.group(1), line);
            } else {
                tag(tag.group(2), tag.group(3), line);
            }
        }
        open.forEach(section -> problem(
                section.line(), "the section " + section.name() + " is never closed by {{/" + section.name() + "}}"));
    }

    private void tag(String sign, String name, int line) {
        switch (sign) {
            case "!" -> {}
            case "#" -> begin(name, line, false);
            case "^" -> begin(name, line, true);
            case "/" -> end(name, line);
            case ">" -> block(name, line);
            case "&" -> raw(name, line);
            case "=" -> problem(line, "other delimiters than {{ and }} are not supported");
            default -> variable(name, line);
        }
    }

    private void variable(String name, int line) {
        find(name, line).ifPresent(found -> {
            if (found.type() == Holds.LIST || found.type() == Holds.GROUP || found.type() == Holds.FLAG) {
                problem(line, name + " is no text: use it as a section, {{#" + name + "}} … {{/" + name + "}}");
            }
        });
    }

    private void raw(String name, int line) {
        find(name, line).ifPresent(found -> {
            if (found.type() != Holds.HTML) {
                problem(line, name + " is not HTML: write {{" + name + "}}, so that it is escaped where it must be");
            }
        });
    }

    private void begin(String name, int line, boolean inverted) {
        Optional<Variable> found = find(name, line);
        boolean list = found.isPresent() && found.get().type() == Holds.LIST;
        TemplateVariables inner = inverted || found.isEmpty()
                ? TemplateVariables.NOTHING
                : found.get().inner();
        open.push(new Section(name, line, list && !inverted, inner));
    }

    private void end(String name, int line) {
        Section section = open.peek();
        if (section == null) {
            problem(line, "{{/" + name + "}} closes a section that was never opened");
        } else if (!section.name().equals(name)) {
            problem(
                    line,
                    "{{/" + name + "}} stands where the section " + section.name() + " of line " + section.line()
                            + " must be closed first");
        } else {
            open.pop();
        }
    }

    private void block(String name, int line) {
        if (!blocks.contains(name)) {
            problem(line, "there is no block " + name + " here" + suggestion(name, blocks));
        } else if (open.stream().anyMatch(Section::list)) {
            problem(line, "the block " + name + " cannot stand in a list");
        }
    }

    private Optional<Variable> find(String name, int line) {
        String[] parts = name.split("\\.", 2);
        Variable found = lookUp(parts[0]);
        if (found != null && parts.length == 2) {
            found = within(found, parts[1]);
        }
        if (found == null) {
            problem(line, "there is no variable " + name + " here" + suggestion(name, known()));
        }
        return Optional.ofNullable(found);
    }

    private static @Nullable Variable within(Variable group, String name) {
        return group.type() == Holds.OPEN
                ? (Name.isValid(name) && !name.contains(".")
                        ? new Variable(Holds.TEXT, TemplateVariables.NOTHING)
                        : null)
                : group.inner().variables().get(name);
    }

    private @Nullable Variable lookUp(String name) {
        for (Section section : open) {
            Variable found = section.inner().variables().get(name);
            if (found != null) {
                return found;
            }
        }
        return variables.variables().get(name);
    }

    private Set<String> known() {
        Set<String> names = new TreeSet<>(variables.variables().keySet());
        open.forEach(section -> names.addAll(section.inner().variables().keySet()));
        variables.variables().forEach((name, variable) -> {
            if (variable.type() == Holds.GROUP) {
                variable.inner().variables().keySet().forEach(inner -> names.add(name + "." + inner));
            }
        });
        return names;
    }

    private static String suggestion(String name, Set<String> known) {
        return Name.nearest(name, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("; there are: " + String.join(", ", known));
    }

    private int lineAt(int position) {
        return 1
                + (int) file.text()
                        .substring(0, position)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private void problem(int line, String message) {
        problems.add(new TemplateProblem(file.origin(), line, message));
    }
}
