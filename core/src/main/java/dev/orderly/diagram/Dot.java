package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the language of Graphviz. */
final class Dot {

    private Dot() {}

    static String write(Diagram diagram) {
        StringBuilder out = new StringBuilder("digraph {\n");
        out.append("  charset=\"UTF-8\"; rankdir=TB; nodesep=0.5; labelloc=t;\n");
        out.append("  fontname=\"sans-serif\"; fontsize=16;\n");
        out.append("  node [fontname=\"sans-serif\", fontsize=12, shape=box, style=\"rounded,filled\"];\n");
        out.append("  edge [fontname=\"sans-serif\", fontsize=10, color=\"#5b6b86\"];\n");
        append(diagram, "  ", out);
        return out.append("}\n").toString();
    }

    private static void append(Diagram diagram, String indent, StringBuilder out) {
        out.append(indent)
                .append("label=")
                .append(quoted(List.of(diagram.title())))
                .append(";\n");
        for (Node node : diagram.nodes()) {
            out.append(indent)
                    .append(node.id())
                    .append(" [")
                    .append(attributes(node))
                    .append("];\n");
        }
        for (Edge edge : diagram.edges()) {
            out.append(indent).append(edge.from()).append(" -> ").append(edge.to());
            out.append(" [label=").append(quoted(edge.lines()));
            out.append(edge.automatic() ? ", style=dashed];\n" : "];\n");
        }
        for (Diagram inner : diagram.parts()) {
            out.append(indent).append("subgraph cluster_").append(inner.id()).append(" {\n");
            out.append(indent).append("  style=rounded; color=\"#b9c2d0\";\n");
            append(inner, indent + "  ", out);
            out.append(indent).append("}\n");
        }
    }

    private static String attributes(Node node) {
        String label = "label=" + label(node);
        return switch (node.kind()) {
            case START -> "label=\"\", shape=circle, width=0.2, style=filled, fillcolor=\"#2b3446\"";
            case OPEN -> label + ", fillcolor=\"#f3f5f9\", color=\"#5b6b86\"";
            case DONE -> label + end(node);
            case FINAL -> label + end(node) + ", peripheries=2";
        };
    }

    private static String end(Node node) {
        return node.isFailure()
                ? ", fillcolor=\"#f5e9e6\", color=\"#9a5b4f\""
                : ", fillcolor=\"#e3f1e8\", color=\"#3d7a57\"";
    }

    /** What can happen here stands below the label, each line from the left. */
    private static String label(Node node) {
        String moves = Label.listing(node.listed()).stream()
                .map(line -> escape(line) + "\\l")
                .collect(Collectors.joining());
        String text = String.join("\\n", node.text().stream().map(Dot::escape).toList());
        return "\"" + text + (moves.isEmpty() ? "" : "\\n\\n" + moves) + "\"";
    }

    private static String quoted(List<String> lines) {
        return "\"" + String.join("\\n", lines.stream().map(Dot::escape).toList()) + "\"";
    }

    /** Graphviz reads backslashes as its own escapes, and HTML's character references even in plain strings. */
    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
