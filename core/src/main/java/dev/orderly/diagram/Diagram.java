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
 * @param title the title: the workflow's name and version, or what people call the part of it
 * @param nodes the start, where there is one, and the statuses in the order in which the workflow lists them
 * @param edges the ways between them; no two share both ends and whether they are automatic
 * @param parts what goes on beside the order's own statuses, each a diagram within this one: its units, its flows, and the
 *     kinds of cases that can be opened on it
 */
public record Diagram(String id, String title, List<Node> nodes, List<Edge> edges, List<Diagram> parts) {

    public Diagram {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
        parts = List.copyOf(parts);
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
     * @param due from when an order is overdue here, as lines; empty for never
     * @param listed what can happen here and has no edge: one text for each transition that keeps the status, or that so many
     *     statuses share that its edges would hide the others
     */
    public record Node(
            String id,
            Kind kind,
            List<String> label,
            @Nullable String code,
            @Nullable Outcome outcome,
            List<String> due,
            List<Label> listed) {
        public Node {
            label = List.copyOf(label);
            due = List.copyOf(due);
            listed = List.copyOf(listed);
        }

        /** Whether an order has ended here without what it was for. */
        public boolean isFailure() {
            return outcome == Outcome.FAILURE && (kind == Kind.DONE || kind == Kind.FINAL);
        }

        /** What stands below the label in smaller letters: the code, and from when an order is overdue. */
        public List<String> asides() {
            List<String> asides = new ArrayList<>();
            if (code != null) {
                asides.add(code);
            }
            asides.addAll(due);
            return asides;
        }

        /** The label with its asides below, the code in brackets. */
        List<String> text() {
            List<String> text = new ArrayList<>(label);
            if (code != null) {
                text.add("(" + code + ")");
            }
            text.addAll(due);
            return text;
        }
    }

    /**
     * All ways from one node to another, or back to the same one, that fire by themselves or that do not.
     *
     * @param from the id of the node that it leaves
     * @param to the id of the node that it reaches
     * @param automatic whether they fire by themselves as soon as their conditions are met; drawn as a dashed line, where the
     *     format has one
     * @param labels what to write on it: one text for each transition
     */
    public record Edge(String from, String to, boolean automatic, List<Label> labels) {
        public Edge {
            labels = List.copyOf(labels);
        }

        /** Whether this edge leads back to the node that it leaves. */
        public boolean isLoop() {
            return from.equals(to);
        }

        /** All lines of its labels. */
        public List<String> lines() {
            return Label.lines(labels);
        }
    }

    /**
     * The text of one transition.
     *
     * @param lines its lines: its event and roles first, then what it writes and what can refuse it
     */
    public record Label(List<String> lines) {

        /** Spaces that no format swallows. */
        private static final String INDENT = "\u00a0\u00a0\u00a0";

        public Label {
            lines = List.copyOf(lines);
        }

        /** The lines of several labels. */
        public static List<String> lines(List<Label> labels) {
            return labels.stream().flatMap(label -> label.lines.stream()).toList();
        }

        /** The same with what follows a label's first line set in, so that it is seen where the next one begins. */
        static List<String> listing(List<Label> labels) {
            List<String> listing = new ArrayList<>();
            for (Label label : labels) {
                listing.add(label.lines.get(0));
                label.lines.stream().skip(1).forEach(line -> listing.add(INDENT + line));
            }
            return listing;
        }
    }
}
