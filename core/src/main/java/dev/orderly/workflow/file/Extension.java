package dev.orderly.workflow.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves {@code extends} and {@code remove}: what is left is one file's worth of nodes, each with its own place. */
final class Extension {

    private static final Set<String> ADDED_TO = Set.of("transitions", "never", "allow");

    private final Problems problems;

    private Extension(Problems problems) {
        this.problems = problems;
    }

    static Optional<Node> resolve(Source source, Problems problems) {
        return new Extension(problems).resolve(source, new LinkedHashSet<>());
    }

    private Optional<Node> resolve(Source source, Set<String> visited) {
        Optional<Node> parsed = NodeParser.parse(source, problems);
        if (parsed.isEmpty() || !(parsed.get() instanceof Node.Mapping own)) {
            return parsed;
        }
        Node reference = own.entries().get("extends");
        if (reference == null) {
            if (own.entries().containsKey("remove")) {
                problems.error(
                        own.keys().getOrDefault("remove", own.place()),
                        "nothing-to-remove",
                        "\"remove\" takes parts out of what \"extends\" names, but there is no \"extends\"");
            }
            return Optional.of(without(own));
        }
        Node.Mapping base = base(source, reference, visited);
        Node removals = own.entries().get("remove");
        Node.Mapping kept = removals == null ? base : new Removal(problems).apply(base, removals);
        return Optional.of(merge(kept, without(own)));
    }

    private Node.Mapping base(Source source, Node reference, Set<String> visited) {
        Node.Mapping nothing = new Node.Mapping(reference.place(), Map.of(), Map.of());
        if (!(reference instanceof Node.Scalar scalar)) {
            problems.error(
                    reference.place(),
                    "wrong-type",
                    "\"extends\" is the name of a preset or file, not " + reference.kind());
            return nothing;
        }
        visited.add(source.name());
        Optional<Source> base = source.base(scalar.text());
        if (base.isEmpty()) {
            problems.error(
                    reference.place(),
                    "unknown-base",
                    "\"" + scalar.text() + "\" is neither a preset (" + String.join(", ", Presets.names())
                            + ") nor a file that can be read");
            return nothing;
        }
        if (!visited.add(base.get().name())) {
            problems.error(reference.place(), "unknown-base", "the files extend each other in a circle: " + visited);
            return nothing;
        }
        return resolve(base.get(), visited)
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElse(nothing);
    }

    private static Node.Mapping without(Node.Mapping own) {
        Map<String, Node> entries = new LinkedHashMap<>(own.entries());
        entries.remove("extends");
        entries.remove("remove");
        return new Node.Mapping(own.place(), entries, own.keys());
    }

    private static Node.Mapping merge(Node.Mapping base, Node.Mapping own) {
        Map<String, Node> entries = new LinkedHashMap<>(base.entries());
        Map<String, Place> keys = new LinkedHashMap<>(base.keys());
        own.entries().forEach((key, node) -> {
            entries.merge(key, node, (old, mine) -> combine(key, old, mine));
            keys.put(key, own.keys().getOrDefault(key, own.place()));
        });
        return new Node.Mapping(own.place(), entries, keys);
    }

    private static Node combine(String key, Node old, Node mine) {
        if (old instanceof Node.Mapping a && mine instanceof Node.Mapping b) {
            return merge(a, b);
        }
        if (ADDED_TO.contains(key) && old instanceof Node.Sequence a && mine instanceof Node.Sequence b) {
            List<Node> items = new ArrayList<>(a.items());
            items.addAll(b.items());
            return new Node.Sequence(b.place(), items);
        }
        return mine;
    }
}
