package dev.orderly.diagram;

import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diagram of a workflow, independent of its text format. All texts are free of control characters and wrapped,
 * but not escaped: each writer escapes for its own format.
 *
 * @param id an identifier of ASCII letters, digits and underscores; empty for the order's own workflow
 * @param title the title: the workflow's name and version
 * @param nodes the start, where there is one, and the statuses in the order in which the workflow lists them
 * @param edges the ways between them; no two share both ends
 * @param cases the workflows of the kinds of cases that can be opened on an order, each a diagram within this one
 */
public record Diagram(String id, String title, List<Node> nodes, List<Edge> edges, List<Diagram> cases) {

    public Diagram {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        cases = List.copyOf(cases);
    }

    /** The diagram of a workflow, with labels in a language as far as the workflow has them. */
    public static Diagram of(Workflow workflow, String language) {
        return new DiagramReader("", workflow, language).read(workflow.toString());
    }

    boolean isStart(String nodeId) {
        return nodes.stream().anyMatch(n -> n.kind() == Kind.START && n.id().equals(nodeId));
    }

    /** What a node stands for. */
    public enum Kind {
        /** The dot from which orders start. */
        START,
        /** A status of orders that are not finished. */
        OPEN,
        /** A done status that a transition leads out of. */
        DONE,
        /** A done status that nothing leads out of. */
        FINAL
    }

    /**
     * A status, or the start.
     *
     * @param id an identifier of ASCII letters, digits and underscores, unique in the whole diagram; made from the
     *     status' code where that is possible
     * @param kind what it stands for
     * @param label the status' label as lines; empty for the start
     * @param code the status' code; null where the label says it already
     * @param outcome how an order has ended in a done status; null where nothing is said
     */
    public record Node(
            String id,
            Kind kind,
            List<String> label,
            @Nullable String code,
            @Nullable Outcome outcome) {
        public Node {
            label = List.copyOf(label);
        }

        /** Whether an order has ended here without what it was for. */
        public boolean isFailure() {
            return outcome == Outcome.FAILURE && (kind == Kind.DONE || kind == Kind.FINAL);
        }

        /** The label with the code below it. */
        List<String> text() {
            List<String> text = new ArrayList<>(label);
            if (code != null) {
                text.add("(" + code + ")");
            }
            return text;
        }
    }

    /**
     * All ways from one node to another, or back to the same one.
     *
     * @param from the id of the node that it leaves
     * @param to the id of the node that it reaches
     * @param lines what to write on it: each transition begins a line, and what refuses it may follow on others
     */
    public record Edge(String from, String to, List<String> lines) {
        public Edge {
            lines = List.copyOf(lines);
        }

        /** Whether this edge leads back to the node that it leaves. */
        public boolean isLoop() {
            return from.equals(to);
        }
    }
}
