package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import java.util.List;

/** Writes Mermaid's {@code stateDiagram-v2}. */
final class Mermaid {

    /** The start of whatever it stands in. */
    private static final String START = "[*]";

    /** The signs of light markup, and those with which Mermaid marks what it has yet to decode. */
    private static final String MARKUP = "_`$\\:\u00b0\u00b6";

    private static final String NO_WIDTH = "#8203;";

    private Mermaid() {}

    static String write(Diagram diagram) {
        StringBuilder out = new StringBuilder();
        out.append("---\ntitle: \"").append(escape(diagram.title())).append("\"\n---\n");
        out.append("stateDiagram-v2\n");
        out.append("    classDef done fill:#e3f1e8,stroke:#3d7a57,color:#1d2b23\n");
        out.append("    classDef final fill:#e3f1e8,stroke:#3d7a57,color:#1d2b23,stroke-width:3px\n");
        out.append("    classDef failed fill:#f5e9e6,stroke:#9a5b4f,color:#2f1f1b\n");
        out.append("    classDef finallyFailed fill:#f5e9e6,stroke:#9a5b4f,color:#2f1f1b,stroke-width:3px\n");
        append(diagram, "    ", out);
        appendStyles(diagram, out);
        return out.toString();
    }

    private static void append(Diagram diagram, String indent, StringBuilder out) {
        for (Node node : diagram.nodes()) {
            appendNode(node, indent, out);
        }
        for (Edge edge : diagram.edges()) {
            out.append(indent).append(diagram.isStart(edge.from()) ? START : edge.from());
            out.append(" --> ").append(edge.to());
            out.append(" : ").append(lines(edge.lines())).append('\n');
        }
        for (Diagram inner : diagram.parts()) {
            out.append(indent).append("state \"").append(escape(inner.title()));
            out.append("\" as ").append(inner.id()).append(" {\n");
            append(inner, indent + "    ", out);
            out.append(indent).append("}\n");
        }
    }

    private static void appendNode(Node node, String indent, StringBuilder out) {
        if (node.kind() == Kind.START) {
            return;
        }
        out.append(indent).append("state \"").append(lines(node.text()));
        out.append("\" as ").append(node.id()).append('\n');
        for (String line : Label.listing(node.listed())) {
            out.append(indent)
                    .append(node.id())
                    .append(" : ")
                    .append(escape(line))
                    .append('\n');
        }
    }

    /** Styles come last and on the outermost level: those within a box are read, and not applied. */
    private static void appendStyles(Diagram diagram, StringBuilder out) {
        for (Node node : diagram.nodes()) {
            if (node.kind() == Kind.DONE || node.kind() == Kind.FINAL) {
                out.append("    class ")
                        .append(node.id())
                        .append(' ')
                        .append(style(node))
                        .append('\n');
            }
        }
        diagram.parts().forEach(inner -> appendStyles(inner, out));
    }

    private static String style(Node node) {
        boolean isFinal = node.kind() == Kind.FINAL;
        return node.isFailure() ? (isFinal ? "finallyFailed" : "failed") : isFinal ? "final" : "done";
    }

    private static String lines(List<String> lines) {
        return String.join("<br/>", lines.stream().map(Mermaid::escape).toList());
    }

    /**
     * Mermaid has character codes of its own: {@code #34;} is a double quote. It decodes them before it looks for
     * Markdown, formulas and icons in a label, so the signs of those also get neighbours of no width; the asterisk,
     * which works next to anything, is drawn by its twin among the operators.
     */
    private static String escape(String text) {
        return Escape.all(text.replace('*', '\u2217'), c -> {
            String code = "#" + c + ";";
            return MARKUP.indexOf(c) < 0 ? code : NO_WIDTH + code + NO_WIDTH;
        });
    }
}
