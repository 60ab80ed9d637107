package dev.orderly.workflow.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes parts out of an extended workflow. */
final class Removal {

    private static final List<String> BY_NAME =
            List.of("statuses", "customer-statuses", "fields", "events", "cases", "carriers");
    private static final List<String> BY_CONTENT = List.of("transitions", "never");

    private final Problems problems;

    Removal(Problems problems) {
        this.problems = problems;
    }

    Node.Mapping apply(Node.Mapping base, Node removals) {
        Section remove = Section.of(removals, "\"remove\"", problems);
        List<String> known = new ArrayList<>(BY_NAME);
        known.addAll(BY_CONTENT);
        remove.allow(known);
        Map<String, Node> entries = new LinkedHashMap<>(base.entries());
        for (String section : BY_NAME) {
            for (Node item : remove.items(section)) {
                removeName(entries, section, item);
            }
        }
        for (String section : BY_CONTENT) {
            for (Node item : remove.items(section)) {
                removeMatching(entries, section, item);
            }
        }
        return new Node.Mapping(base.place(), entries, base.keys());
    }

    private void removeName(Map<String, Node> entries, String section, Node item) {
        String name = item instanceof Node.Scalar scalar ? scalar.text() : "";
        if (!(entries.get(section) instanceof Node.Mapping named)
                || !named.entries().containsKey(name)) {
            problems.error(
                    item.place(),
                    "nothing-to-remove",
                    "the extended workflow has no \"" + name + "\" in \"" + section + "\"");
            return;
        }
        Map<String, Node> left = new LinkedHashMap<>(named.entries());
        left.remove(name);
        entries.put(section, new Node.Mapping(named.place(), left, named.keys()));
    }

    private void removeMatching(Map<String, Node> entries, String section, Node pattern) {
        List<Node> left = new ArrayList<>();
        boolean found = false;
        if (entries.get(section) instanceof Node.Sequence list && pattern instanceof Node.Mapping wanted) {
            for (Node item : list.items()) {
                Optional<Node> rest = without(item, wanted);
                found |= rest.isEmpty() || rest.get() != item;
                rest.ifPresent(left::add);
            }
            entries.put(section, new Node.Sequence(list.place(), left));
        }
        if (!found) {
            problems.error(
                    pattern.place(),
                    "nothing-to-remove",
                    "the extended workflow has nothing like this in \"" + section + "\"");
        }
    }

    /** The item itself if it does not match; what is left of its statuses if only some are named; else nothing. */
    private static Optional<Node> without(Node item, Node.Mapping wanted) {
        if (!(item instanceof Node.Mapping map)) {
            return Optional.of(item);
        }
        for (String key : wanted.entries().keySet()) {
            List<String> sought = texts(wanted.entries().get(key));
            List<String> has = texts(map.entries().get(key));
            boolean matches = key.equals("from") ? sought.stream().anyMatch(has::contains) : sought.equals(has);
            if (!matches) {
                return Optional.of(item);
            }
        }
        Node from = wanted.entries().get("from");
        return from == null ? Optional.empty() : keepOthers(map, texts(from));
    }

    private static Optional<Node> keepOthers(Node.Mapping item, List<String> removed) {
        Node from = item.entries().get("from");
        if (!(from instanceof Node.Sequence statuses)) {
            return Optional.empty();
        }
        List<Node> others = statuses.items().stream()
                .filter(status -> !removed.containsAll(texts(status)))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Node> entries = new LinkedHashMap<>(item.entries());
        entries.put("from", new Node.Sequence(from.place(), others));
        return Optional.of(new Node.Mapping(item.place(), entries, item.keys()));
    }

    private static List<String> texts(@Nullable Node node) {
        if (node instanceof Node.Scalar scalar) {
            return List.of(scalar.text());
        }
        if (node instanceof Node.Sequence list) {
            return list.items().stream().flatMap(n -> texts(n).stream()).toList();
        }
        return List.of();
    }
}
