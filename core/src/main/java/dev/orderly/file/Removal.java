package dev.orderly.file;

import dev.orderly.workflow.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes parts out of an extended workflow. */
final class Removal {

    private static final List<String> BY_NAME =
            List.of("statuses", "customer-statuses", "fields", "events", "flows", "cases", "carriers");
    private static final List<String> BY_CONTENT = List.of("transitions", "never");
    private static final String CONVERSATION = "conversation";
    private static final Map<String, List<String>> KEYS =
            Map.of("transitions", List.of("on", "from", "to", "by", "when"), "never", TransitionReader.NEVER_KEYS);

    private final FileProblems problems;

    Removal(FileProblems problems) {
        this.problems = problems;
    }

    Node.Mapping apply(Node.Mapping base, Node removals) {
        MappingReader remove = MappingReader.of(removals, "\"remove\"", problems);
        List<String> known = new ArrayList<>(BY_NAME);
        known.addAll(BY_CONTENT);
        known.add(CONVERSATION);
        remove.allow(known);
        Map<String, Node> entries = new LinkedHashMap<>(base.entries());
        for (String section : BY_NAME) {
            for (Node item : remove.items(section)) {
                if (item instanceof Node.Scalar name && !name.isNull()) {
                    removeName(entries, section, name);
                } else {
                    remove.wrong(item, section, "a name or a list of names");
                }
            }
        }
        for (String section : BY_CONTENT) {
            for (Node item : remove.items(section)) {
                MappingReader pattern =
                        MappingReader.of(item, "an entry of \"" + section + "\" of \"remove\"", problems);
                pattern.allow(KEYS.getOrDefault(section, List.of()));
                pattern.required(section.equals("never") ? "reach" : "on")
                        .ifPresent(said -> removeMatching(entries, section, pattern.map()));
            }
        }
        if (remove.flag(CONVERSATION) && entries.remove(CONVERSATION) == null) {
            problems.error(
                    remove.keyLocation(CONVERSATION),
                    "nothing-to-remove",
                    "the extended workflow has no \"conversation\": take this entry out");
        }
        return new Node.Mapping(base.location(), entries, base.keys());
    }

    private void removeName(Map<String, Node> entries, String section, Node.Scalar item) {
        String name = item.text();
        Map<String, Node> left = new LinkedHashMap<>();
        if (entries.get(section) instanceof Node.Mapping named) {
            left.putAll(named.entries());
            if (left.remove(name) != null) {
                entries.put(section, new Node.Mapping(named.location(), left, named.keys()));
                return;
            }
        }
        String meant = Name.nearest(name, left.keySet())
                .map(near -> "did you mean " + Node.quoted(near) + "?")
                .orElse("take this entry out");
        problems.error(
                item.location(),
                "nothing-to-remove",
                "the extended workflow has no " + Node.quoted(name) + " in \"" + section + "\": " + meant);
    }

    private void removeMatching(Map<String, Node> entries, String section, Node.Mapping wanted) {
        List<Node> left = new ArrayList<>();
        boolean found = false;
        Node list = entries.get(section);
        for (Node item :
                list instanceof Node.Sequence all ? all.items() : list == null ? List.<Node>of() : List.of(list)) {
            List<Node> each = byEvent(item);
            List<Node> rest =
                    each.stream().flatMap(one -> without(one, wanted).stream()).toList();
            boolean matches = !rest.equals(each);
            found |= matches;
            left.addAll(matches ? rest : List.of(item));
        }
        if (!found) {
            problems.error(
                    wanted.location(),
                    "nothing-to-remove",
                    "the extended workflow has nothing like this in \"" + section + "\": all of its keys must be equal,"
                            + " and of \"from\" one status");
        } else if (list != null) {
            entries.put(section, new Node.Sequence(list.location(), left));
        }
    }

    /** The transition once for each of its events. */
    private static List<Node> byEvent(Node item) {
        if (!(item instanceof Node.Mapping map) || !(map.entries().get("on") instanceof Node.Sequence events)) {
            return List.of(item);
        }
        List<Node> single = new ArrayList<>();
        for (Node event : events.items()) {
            Map<String, Node> entries = new LinkedHashMap<>(map.entries());
            entries.put("on", event);
            single.add(new Node.Mapping(map.location(), entries, map.keys()));
        }
        return single;
    }

    /** The item itself if it does not match; what is left of its statuses if only some are named; else nothing. */
    private static Optional<Node> without(Node item, Node.Mapping wanted) {
        if (!(item instanceof Node.Mapping map)) {
            return Optional.of(item);
        }
        for (Map.Entry<String, Node> entry : wanted.entries().entrySet()) {
            Node has = map.entries().get(entry.getKey());
            boolean matches = entry.getKey().equals("from")
                    ? !Collections.disjoint(texts(entry.getValue()), texts(has))
                    : has != null && content(has).equals(content(entry.getValue()));
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
        entries.put("from", new Node.Sequence(from.location(), others));
        return Optional.of(new Node.Mapping(item.location(), entries, item.keys()));
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

    /** A node's content without its location; a list of one is its item. */
    private static Object content(Node node) {
        if (node instanceof Node.Mapping map) {
            Map<String, Object> contents = new HashMap<>();
            map.entries().forEach((key, value) -> contents.put(key, content(value)));
            return contents;
        }
        if (node instanceof Node.Sequence list) {
            return list.items().size() == 1
                    ? content(list.items().get(0))
                    : list.items().stream().map(Removal::content).toList();
        }
        return ((Node.Scalar) node).text();
    }
}
