package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Node;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a workflow into a {@link Diagram}. A workflow with mistakes is drawn as it stands, so that they can be seen.
 */
final class DiagramReader {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_ .-]+");

    private final String id;
    private final Workflow workflow;
    private final String language;
    private final Map<String, String> ids = new LinkedHashMap<>();

    DiagramReader(String id, Workflow workflow, String language) {
        this.id = id;
        this.workflow = workflow;
        this.language = language;
        assignIds();
    }

    Diagram read(String title) {
        return new Diagram(id, Lines.clean(title), nodes(), edges(), cases());
    }

    /** Also names that only a transition knows get a node: the checker refuses them, a picture shows where they are. */
    private void assignIds() {
        Set<String> names = new LinkedHashSet<>();
        workflow.statuses().forEach(s -> names.add(s.name()));
        for (Transition transition : workflow.transitions()) {
            names.addAll(transition.from());
            if (transition.to() != null) {
                names.add(transition.to());
            }
        }
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String readable = "s_" + name.replaceAll("[ .-]", "_");
            boolean usable = PLAIN_NAME.matcher(name).matches() && taken.add(readable);
            ids.put(name, prefix() + (usable ? readable : "s" + (ids.size() + 1)));
        }
    }

    private String prefix() {
        return id.isEmpty() ? "" : id + "_";
    }

    private String startId() {
        return prefix() + "start";
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        if (workflow.transitions().stream().anyMatch(Transition::isInitial)) {
            nodes.add(new Node(startId(), Kind.START, List.of(), null, null));
        }
        ids.forEach((name, nodeId) -> nodes.add(node(name, nodeId)));
        return nodes;
    }

    private Node node(String name, String nodeId) {
        String said = Lines.clean(workflow.statusLabel(name, language));
        String label = said.isEmpty() ? name : said;
        return new Node(
                nodeId,
                kind(name),
                Lines.wrap(label, Lines.NODE_WIDTH),
                label.equals(name) ? null : name,
                workflow.status(name).map(Status::outcome).orElse(null));
    }

    private Kind kind(String name) {
        if (!workflow.status(name).map(Status::done).orElse(false)) {
            return Kind.OPEN;
        }
        return workflow.isFinal(name) ? Kind.FINAL : Kind.DONE;
    }

    private List<Edge> edges() {
        record Ends(String from, String to) {}
        Map<Ends, List<String>> lines = new LinkedHashMap<>();
        for (Transition transition : workflow.transitions()) {
            List<String> text = TransitionText.lines(transition);
            ends(transition)
                    .forEach((from, to) -> lines.computeIfAbsent(new Ends(from, to), e -> new ArrayList<>())
                            .addAll(text));
        }
        return lines.entrySet().stream()
                .map(e -> new Edge(e.getKey().from(), e.getKey().to(), e.getValue()))
                .toList();
    }

    private Map<String, String> ends(Transition transition) {
        Map<String, String> ends = new LinkedHashMap<>();
        if (transition.isInitial()) {
            ends.put(startId(), idOf(transition.target("")));
        }
        transition.from().forEach(from -> ends.put(idOf(from), idOf(transition.target(from))));
        return ends;
    }

    private String idOf(String status) {
        return ids.getOrDefault(status, startId());
    }

    private List<Diagram> cases() {
        List<Diagram> cases = new ArrayList<>();
        for (CaseType type : workflow.parts()) {
            String title = type.label().textOr(language, type.name()) + (type.isFlow() ? " (flow)" : " (case)");
            String caseId = prefix() + "c" + (cases.size() + 1);
            cases.add(new DiagramReader(caseId, type.workflow(), language).read(title));
        }
        return cases;
    }
}
