package dev.orderly.cli.diagram;

import dev.orderly.diagram.Diagram;
import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Node;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in words what a diagram shows, for people who hear it. */
final class Description {

    private Description() {}

    static String of(Diagram diagram) {
        Map<String, String> names = new HashMap<>();
        diagram.nodes().forEach(node -> names.put(node.id(), name(node)));
        String ways = diagram.edges().stream().map(edge -> way(edge, names)).collect(Collectors.joining(" "));
        String cases = diagram.cases().stream()
                .map(inner -> " " + inner.title() + ": " + of(inner))
                .collect(Collectors.joining());
        return ways + cases;
    }

    private static String name(Node node) {
        if (node.kind() == Kind.START) {
            return "the start";
        }
        String name = String.join(" ", node.label()) + (node.code() == null ? "" : " (" + node.code() + ")");
        return node.kind() == Kind.OPEN ? name : name + ", done";
    }

    private static String way(Edge edge, Map<String, String> names) {
        String from = names.getOrDefault(edge.from(), edge.from());
        String way = edge.isLoop() ? "In " + from : "From " + from + " to " + names.getOrDefault(edge.to(), edge.to());
        return way + ": " + String.join(" ", edge.lines()) + ".";
    }
}
