package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import java.util.List;

/** Writes PlantUML's state diagram. */
final class PlantUml {

    /** The start of whatever it stands in. */
    private static final String START = "[*]";

    private static final String STYLE = """
            hide empty description
            hide stereotype
            skinparam shadowing false
            skinparam state {
              ArrowColor #5b6b86
              BackgroundColor #f3f5f9
              BorderColor #5b6b86
              FontColor #1d2430
              StartColor #2b3446
              BackgroundColor<<done>> #e3f1e8
              BorderColor<<done>> #3d7a57
              BackgroundColor<<final>> #c9e4d3
              BorderColor<<final>> #3d7a57
              BackgroundColor<<failed>> #f5e9e6
              BorderColor<<failed>> #9a5b4f
              BackgroundColor<<finallyFailed>> #e9d2cc
              BorderColor<<finallyFailed>> #9a5b4f
            }
            """;

    private PlantUml() {}

    static String write(Diagram diagram) {
        StringBuilder out = new StringBuilder("@startuml\n");
        out.append(STYLE);
        out.append("title ").append(escape(diagram.title())).append('\n');
        append(diagram, "", out);
        return out.append("@enduml\n").toString();
    }

    private static void append(Diagram diagram, String indent, StringBuilder out) {
        for (Node node : diagram.nodes()) {
            if (node.kind() != Kind.START) {
                appendNode(node, indent, out);
            }
        }
        for (Edge edge : diagram.edges()) {
            out.append(indent).append(diagram.isStart(edge.from()) ? START : edge.from());
            out.append(edge.automatic() ? " -[dashed]-> " : " --> ").append(edge.to());
            out.append(" : ").append(lines(edge.lines())).append('\n');
        }
        for (Diagram inner : diagram.parts()) {
            out.append(indent).append("state \"").append(escape(inner.title()));
            out.append("\" as ").append(inner.id()).append(" {\n");
            append(inner, indent + "  ", out);
            out.append(indent).append("}\n");
        }
    }

    private static void appendNode(Node node, String indent, StringBuilder out) {
        out.append(indent).append("state \"").append(lines(node.text()));
        out.append("\" as ").append(node.id()).append(stereotype(node)).append('\n');
        for (String line : Label.listing(node.listed())) {
            out.append(indent)
                    .append(node.id())
                    .append(" : ")
                    .append(escape(line))
                    .append('\n');
        }
    }

    private static String stereotype(Node node) {
        return switch (node.kind()) {
            case START, OPEN -> "";
            case DONE -> node.isFailure() ? " <<failed>>" : " <<done>>";
            case FINAL -> node.isFailure() ? " <<finallyFailed>>" : " <<final>>";
        };
    }

    private static String lines(List<String> lines) {
        return String.join("\\n", lines.stream().map(PlantUml::escape).toList());
    }

    private static String escape(String text) {
        return Escape.all(text, c -> String.format("<U+%04X>", c));
    }
}
