package dev.orderly.file;

import dev.orderly.workflow.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
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
                if (section.equals("statuses")) {
                    replaceTransitions(entries, transition -> exceptNoMore(transition, name));
                }
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

    private static void replaceTransitions(Map<String, Node> entries, UnaryOperator<Node> replace) {
        if (entries.get("transitions") instanceof Node.Sequence all) {
            entries.put(
                    "transitions",
                    new Node.Sequence(
                            all.location(), all.items().stream().map(replace).toList()));
        }
    }

    /** The transition without a status, which is no longer there, among those that {@code from: any} does not mean. */
    private static Node exceptNoMore(Node transition, String status) {
        if (!(transition instanceof Node.Mapping map)
                || !texts(map.entries().get("except")).contains(status)) {
            return transition;
        }
        List<Node> others = items(map.entries().get("except")).stream()
                .filter(node -> !texts(node).contains(status))
                .toList();
        return others.isEmpty() ? without(map, "except") : with(map, "except", others);
    }

    private void removeMatching(Map<String, Node> entries, String section, Node.Mapping wanted) {
        List<Node> left = new ArrayList<>();
        boolean found = false;
        Set<String> statuses = entries.get("statuses") instanceof Node.Mapping named
                ? named.entries().keySet()
                : Set.of();
        Node list = entries.get(section);
        for (Node item : items(list)) {
            List<Node> each = byEvent(item);
            List<Node> rest = each.stream()
                    .flatMap(one -> rest(one, wanted, statuses).stream())
                    .toList();
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
        return events.items().stream()
                .map(event -> (Node) with(map, "on", event))
                .toList();
    }

    /** The item itself if it does not match; what is left of its statuses if only some are named; else nothing. */
    private static Optional<Node> rest(Node item, Node.Mapping wanted, Set<String> statuses) {
        if (!(item instanceof Node.Mapping map)) {
            return Optional.of(item);
        }
        for (Map.Entry<String, Node> entry : wanted.entries().entrySet()) {
            Node has = map.entries().get(entry.getKey());
            boolean matches = entry.getKey().equals("from")
                    ? !leaving(map, entry.getValue(), statuses).isEmpty()
                    : has != null && content(has).equals(content(entry.getValue()));
            if (!matches) {
                return Optional.of(item);
            }
        }
        Node from = wanted.entries().get("from");
        return from == null ? Optional.empty() : keepOthers(map, leaving(map, from, statuses));
    }

    /** Those of the named statuses in which a transition may happen, as far as the base itself says. */
    private static List<Node> leaving(Node.Mapping transition, Node named, Set<String> statuses) {
        List<String> from = texts(transition.entries().get("from"));
        List<String> except = texts(transition.entries().get("except"));
        return items(named).stream()
                .filter(status -> texts(status).stream()
                        .anyMatch(name -> from.contains(name)
                                || (isAny(from, statuses) && statuses.contains(name) && !except.contains(name))))
                .toList();
    }

    private static boolean isAny(List<String> from, Set<String> statuses) {
        return from.equals(List.of(AnyStatus.ANY)) && !statuses.contains(AnyStatus.ANY);
    }

    private static Optional<Node> keepOthers(Node.Mapping item, List<Node> removed) {
        List<String> names =
                removed.stream().flatMap(node -> texts(node).stream()).toList();
        Node from = item.entries().get("from");
        List<Node> others = items(from).stream()
                .filter(status -> !names.containsAll(texts(status)))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        if (others.size() == items(from).size()) { // any, which no removal names
            List<Node> except = new ArrayList<>(items(item.entries().get("except")));
            except.addAll(removed);
            return Optional.of(with(item, "except", except));
        }
        return Optional.of(with(item, "from", others));
    }

    private static Node.Mapping with(Node.Mapping item, String key, List<Node> values) {
        return with(item, key, new Node.Sequence(item.location(), values));
    }

    private static Node.Mapping with(Node.Mapping item, String key, Node value) {
        Map<String, Node> entries = new LinkedHashMap<>(item.entries());
        Map<String, SourceLocation> keys = new LinkedHashMap<>(item.keys());
        entries.put(key, value);
        keys.putIfAbsent(key, item.location());
        return new Node.Mapping(item.location(), entries, keys);
    }

    private static Node.Mapping without(Node.Mapping item, String key) {
        Map<String, Node> entries = new LinkedHashMap<>(item.entries());
        Map<String, SourceLocation> keys = new LinkedHashMap<>(item.keys());
        entries.remove(key);
        keys.remove(key);
        return new Node.Mapping(item.location(), entries, keys);
    }

    /** The items of a list, of which a single value is one; none where there is nothing. */
    private static List<Node> items(@Nullable Node node) {
        return node instanceof Node.Sequence list ? list.items() : node == null ? List.of() : List.of(node);
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
