package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Edge;
import dev.orderly.diagram.Diagram.Label;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts transitions that share both ends on one edge; those that fire by themselves on one of their own. */
final class EdgeCollector {

    private record Ends(String from, String to, boolean automatic) {}

    private final Map<Ends, Set<Label>> labels = new LinkedHashMap<>();

    void add(String from, String to, boolean automatic, Label label) {
        labels.computeIfAbsent(new Ends(from, to, automatic), ends -> new LinkedHashSet<>())
                .add(label);
    }

    List<Edge> edges() {
        return labels.entrySet().stream()
                .map(e ->
                        new Edge(e.getKey().from(), e.getKey().to(), e.getKey().automatic(), List.copyOf(e.getValue())))
                .toList();
    }
}
