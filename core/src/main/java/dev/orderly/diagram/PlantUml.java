package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Node;
import java.util.List;

/** Writes PlantUML's state diagram. */
final class PlantUml {

    /** The start of whatever it stands in. */
    private static final String START = "[*]";

    private PlantUml() {}

    static String write(Diagram diagram) {
        StringBuilder out = new StringBuilder("@startuml\n");
        out.append("hide empty description\n");
        out.append("skinparam shadowing false\n");
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
            out.append(" --> ").append(edge.to());
            out.append(" : ").append(lines(edge.lines())).append('\n');
        }
        for (Diagram inner : diagram.cases()) {
            out.append(indent).append("state \"").append(escape(inner.title()));
            out.append("\" as ").append(inner.id()).append(" {\n");
            append(inner, indent + "  ", out);
            out.append(indent).append("}\n");
        }
    }

    private static void appendNode(Node node, String indent, StringBuilder out) {
        String colours = switch (node.kind()) {
            case START, OPEN -> " #f3f5f9 ##5b6b86";
            case DONE -> " #e3f1e8 ##3d7a57";
            case FINAL -> " #e3f1e8 ##[bold]3d7a57";
        };
        out.append(indent).append("state \"").append(lines(node.text()));
        out.append("\" as ").append(node.id()).append(colours).append('\n');
    }

    private static String lines(List<String> lines) {
        return String.join("\\n", lines.stream().map(PlantUml::escape).toList());
    }

    private static String escape(String text) {
        return Escape.all(text, c -> String.format("<U+%04X>", c));
    }
}
