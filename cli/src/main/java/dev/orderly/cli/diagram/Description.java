package dev.orderly.cli.diagram;

import dev.orderly.diagram.Diagram;
import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Label;
import dev.orderly.diagram.Diagram.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what a diagram shows, for people who hear it. */
final class Description {

    private Description() {}

    static String of(Diagram diagram) {
        Map<String, String> names = new HashMap<>();
        diagram.nodes().forEach(node -> names.put(node.id(), name(node)));
        Stream<String> ways = diagram.edges().stream().map(edge -> way(edge, names));
        Stream<String> moves = diagram.nodes().stream()
                .filter(node -> !node.listed().isEmpty())
                .map(node -> "In " + names.get(node.id()) + ": " + text(node.listed()) + ".");
        Stream<String> parts = diagram.parts().stream().map(inner -> inner.title() + ": " + of(inner));
        return Stream.of(ways, moves, parts).flatMap(all -> all).collect(Collectors.joining(" "));
    }

    private static String name(Node node) {
        if (node.kind() == Kind.START) {
            return "the start";
        }
        String name = String.join(" ", node.label())
                + (node.code() == null ? "" : " (" + node.code() + ")")
                + (node.due().isEmpty() ? "" : ", " + String.join(" ", node.due()));
        return node.kind() == Kind.OPEN ? name : name + ", done";
    }

    private static String way(Edge edge, Map<String, String> names) {
        String from = names.getOrDefault(edge.from(), edge.from());
        String way = edge.isLoop() ? "In " + from : "From " + from + " to " + names.getOrDefault(edge.to(), edge.to());
        return way + ": " + text(edge.labels()) + ".";
    }

    private static String text(List<Label> labels) {
        return labels.stream().map(label -> String.join(" ", label.lines())).collect(Collectors.joining("; "));
    }
}
