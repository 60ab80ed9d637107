package dev.orderly.file;

import dev.orderly.workflow.Name;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Resolves {@code extends} and {@code remove}: what is left is one file's worth of nodes, each with its own location.
 */
final class Extension {

    private static final Set<String> ADDED_TO = Set.of("transitions", "never", "suppress");
    private static final Set<String> NOT_PARTS = Set.of("extends", "remove", "$schema");

    /** What each file says for itself, so that no two workflows have one name and version by oversight. */
    private static final Set<String> OWN = Set.of("workflow", "version");

    private static final Pattern PART = Pattern.compile("/(?:flows|cases)/[^/]*");

    private final FileProblems problems;

    private Extension(FileProblems problems) {
        this.problems = problems;
    }

    static Optional<Node> resolve(Source source, FileProblems problems) {
        return new Extension(problems).resolve(source, new LinkedHashSet<>(Set.of(source.name())));
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
                        own.keys().getOrDefault("remove", own.location()),
                        "nothing-to-remove",
                        "\"remove\" takes parts out of what \"extends\" names, but there is no \"extends\"");
            }
            return Optional.of(own.without(NOT_PARTS));
        }
        Optional<Node.Mapping> base = base(source, reference, visited);
        if (base.isEmpty()) {
            problems.missing(ErrorRecovery.MOST);
            return Optional.of(own.without(NOT_PARTS));
        }
        Node removals = own.entries().get("remove");
        Node.Mapping kept = removals == null ? base.get() : new Removal(problems).apply(base.get(), removals);
        return Optional.of(merge("", kept.without(OWN), own.without(NOT_PARTS)));
    }

    private Optional<Node.Mapping> base(Source source, Node reference, Set<String> visited) {
        if (!(reference instanceof Node.Scalar scalar) || scalar.isNull()) {
            problems.error(
                    reference.location(),
                    "wrong-type",
                    "\"extends\" must be the name of a preset or file, but is " + reference.kind());
            return Optional.empty();
        }
        Optional<Source> base;
        try {
            base = source.base(scalar.text(), problems);
        } catch (IOException e) {
            problems.error(reference.location(), "unknown-base", unknown(scalar.text()));
            return Optional.empty();
        }
        if (base.isPresent() && !visited.add(base.get().name())) {
            problems.error(
                    reference.location(),
                    "unknown-base",
                    "the files extend each other in a circle: " + String.join(" extends ", visited) + " extends "
                            + base.get().name() + "; one of them must stand alone");
            return Optional.empty();
        }
        return base.flatMap(found -> resolve(found, visited))
                .filter(root -> isMap(root, scalar))
                .map(Node.Mapping.class::cast);
    }

    private boolean isMap(Node root, Node.Scalar reference) {
        if (root instanceof Node.Mapping) {
            return true;
        }
        problems.error(
                root.location(),
                "wrong-type",
                Node.quoted(reference.text()) + " must be a map of keys and values, but is " + root.kind());
        return false;
    }

    private static String unknown(String reference) {
        if (Source.isFile(reference)) {
            return Node.quoted(reference) + " cannot be read: say where it is, seen from this file";
        }
        String meant = Name.nearest(reference, Presets.names())
                .map(near -> ": did you mean " + Node.quoted(near) + "?")
                .orElse(": there are " + String.join(", ", Presets.names())
                        + "; to extend a file, write its path, such as ./base.yaml");
        return Node.quoted(reference) + " is no preset" + meant;
    }

    /** The base's entries with this file's over them; {@code path} says which map of the file they are. */
    private static Node.Mapping merge(String path, Node.Mapping base, Node.Mapping own) {
        Map<String, Node> entries = new LinkedHashMap<>(base.entries());
        Map<String, SourceLocation> keys = new LinkedHashMap<>(base.keys());
        own.entries().forEach((key, node) -> entries.merge(key, node, (old, mine) -> combine(path, key, old, mine)));
        keys.putAll(own.keys());
        return new Node.Mapping(own.location(), entries, keys);
    }

    private static Node combine(String path, String key, Node old, Node mine) {
        boolean inWorkflow = path.isEmpty() || PART.matcher(path).matches();
        if (inWorkflow && ADDED_TO.contains(key) && isList(old) && isList(mine)) {
            List<Node> items = new ArrayList<>(items(old));
            items.addAll(items(mine));
            return new Node.Sequence(mine.location(), items);
        }
        if (old instanceof Node.Mapping a && mine instanceof Node.Mapping b) {
            return merge(path + "/" + key, a, b);
        }
        return mine;
    }

    /** A single map stands for a list of one. */
    private static boolean isList(Node node) {
        return node instanceof Node.Sequence || node instanceof Node.Mapping;
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Sequence list ? list.items() : List.of(node);
    }
}
