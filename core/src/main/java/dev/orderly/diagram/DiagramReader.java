package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a workflow into a {@link Diagram}. A workflow with mistakes is drawn as it stands, so that they can be seen.
 */
final class DiagramReader {

    /** From this many statuses on, a transition is listed in each of them. */
    private static final int SHARED = 4;

    private final String id;
    private final Workflow workflow;
    private final String language;
    private final NodeIds ids;

    DiagramReader(String id, Workflow workflow, String language) {
        this.id = id;
        this.workflow = workflow;
        this.language = language;
        ids = new NodeIds(id, names());
    }

    Diagram read(String title) {
        return new Diagram(id, Lines.clean(title), nodes(), edges(), parts());
    }

    /** Also names that only a transition knows get a node: the checker refuses them, a picture shows where they are. */
    private Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        workflow.statuses().forEach(s -> names.add(s.name()));
        for (Transition transition : workflow.transitions()) {
            names.addAll(transition.from());
            if (transition.to() != null) {
                names.add(transition.to());
            }
        }
        return names;
    }

    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        if (workflow.transitions().stream().anyMatch(Transition::isInitial)) {
            nodes.add(ids.start());
        }
        ids.names().forEach(name -> nodes.add(node(name)));
        return nodes;
    }

    private Node node(String name) {
        String said = Lines.clean(workflow.statusLabel(name, language));
        String label = said.isEmpty() ? name : said;
        Status status = workflow.status(name).orElse(null);
        return new Node(
                ids.of(name),
                kind(name),
                Lines.wrap(label, Lines.NODE_WIDTH),
                label.equals(name) ? null : name,
                status == null ? null : status.outcome(),
                status == null ? List.of() : due(status),
                listed(name));
    }

    private static List<String> due(Status status) {
        TimeLimit due = status.due();
        return due == null ? List.of() : Lines.wrap("overdue after " + due.words(), Lines.EDGE_WIDTH);
    }

    private Kind kind(String name) {
        if (!workflow.status(name).map(Status::done).orElse(false)) {
            return Kind.OPEN;
        }
        return workflow.isFinal(name) ? Kind.FINAL : Kind.DONE;
    }

    private List<Label> listed(String status) {
        return workflow.transitionsFrom(status).stream()
                .filter(transition -> !isEdge(transition, status))
                .map(transition -> label(transition, targetLabel(transition)))
                .toList();
    }

    private String targetLabel(Transition transition) {
        String target = transition.to();
        return target == null ? "" : " → " + Lines.clean(workflow.statusLabel(target, language));
    }

    /** Whether a transition has an edge from a status: it leads somewhere, and is not shared by so many that edges hide others. */
    private boolean isEdge(Transition transition, String from) {
        String target = transition.to();
        if (target == null) {
            return false;
        }
        List<String> sources = transition.from();
        boolean isLast = sources.get(sources.size() - 1).equals(from);
        return sources.size() < SHARED || from.equals(target) || (isLast && !isReachedOtherwise(target));
    }

    private boolean isReachedOtherwise(String status) {
        return workflow.transitions().stream()
                .filter(transition ->
                        status.equals(transition.to()) && transition.from().size() < SHARED)
                .anyMatch(transition -> !transition.from().equals(List.of(status)));
    }

    private List<Edge> edges() {
        EdgeCollector edges = new EdgeCollector();
        for (Transition transition : workflow.transitions()) {
            if (transition.to() != null) {
                Label label = label(transition, "");
                ends(transition).forEach((from, to) -> edges.add(from, to, transition.automatic(), label));
            }
        }
        return edges.edges();
    }

    private Label label(Transition transition, String target) {
        return TransitionText.of(transition, target, workflow.fields());
    }

    private Map<String, String> ends(Transition transition) {
        Map<String, String> ends = new LinkedHashMap<>();
        if (transition.isInitial()) {
            ends.put(ids.start().id(), ids.of(transition.target("")));
        }
        transition.from().stream()
                .filter(from -> isEdge(transition, from))
                .forEach(from -> ends.put(ids.of(from), ids.of(transition.target(from))));
        return ends;
    }

    private List<Diagram> parts() {
        List<Diagram> parts = new ArrayList<>();
        if (id.isEmpty() && workflow.items() != null) {
            parts.add(new UnitsReader(workflow, workflow.items(), language).read());
        }
        int number = 0;
        for (CaseType type : workflow.parts()) {
            String title = type.label().textOr(language, type.name()) + (type.isFlow() ? " (flow)" : " (case)");
            String partId = (id.isEmpty() ? "" : id + "_") + "c" + ++number;
            parts.add(new DiagramReader(partId, type.workflow(), language).read(title));
        }
        return parts;
    }
}
