package dev.orderly.diagram;

import dev.orderly.diagram.Diagram.Kind;
import dev.orderly.diagram.Diagram.Node;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The identifiers of one diagram's nodes, made from names where that is possible, and different from those of others. */
final class NodeIds {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_ .-]+");

    private final String prefix;
    private final Map<String, String> ids = new LinkedHashMap<>();

    NodeIds(String diagramId, Collection<String> names) {
        prefix = diagramId.isEmpty() ? "" : diagramId + "_";
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            String readable = "s_" + name.replaceAll("[ .-]", "_");
            boolean usable = PLAIN_NAME.matcher(name).matches() && taken.add(readable);
            ids.put(name, prefix + (usable ? readable : "s" + (ids.size() + 1)));
        }
    }

    Set<String> names() {
        return ids.keySet();
    }

    String of(String name) {
        return ids.getOrDefault(name, start().id());
    }

    Node start() {
        return new Node(prefix + "start", Kind.START, List.of(), null, null, List.of(), List.of());
    }
}
