package dev.orderly.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entry of {@code remove} that says by its content which transitions or never rules go. */
final class RemovalPattern {

    private final Node.Mapping wanted;
    private final Set<String> statuses;

    /** The pattern for what is removed from a base with these statuses. */
    RemovalPattern(Node.Mapping wanted, Set<String> statuses) {
        this.wanted = wanted;
        this.statuses = statuses;
    }

    /** The item itself if it does not match; else what is left of it, for the other events and statuses. */
    List<Node> left(Node item) {
        List<Node> each = byEvent(item);
        List<Node> rest = each.stream().flatMap(one -> rest(one).stream()).toList();
        return rest.equals(each) ? List.of(item) : rest;
    }

    /** The transition once for each of its events. */
    private static List<Node> byEvent(Node item) {
        if (!(item instanceof Node.Mapping map) || !(map.entries().get("on") instanceof Node.Sequence events)) {
            return List.of(item);
        }
        return events.items().stream()
                .map(event -> (Node) map.with("on", event))
                .toList();
    }

    /** The item itself if it does not match; what is left of its statuses if only some are named; else nothing. */
    private Optional<Node> rest(Node item) {
        if (!(item instanceof Node.Mapping map)) {
            return Optional.of(item);
        }
        for (Map.Entry<String, Node> entry : wanted.entries().entrySet()) {
            Node has = map.entries().get(entry.getKey());
            boolean matches = entry.getKey().equals("from")
                    ? !leaving(map, entry.getValue()).isEmpty()
                    : has != null && content(has).equals(content(entry.getValue()));
            if (!matches) {
                return Optional.of(item);
            }
        }
        Node from = wanted.entries().get("from");
        return from == null ? Optional.empty() : keepOthers(map, leaving(map, from));
    }

    /** Those of the named statuses in which a transition may happen, as far as the base itself says. */
    private List<Node> leaving(Node.Mapping transition, Node named) {
        List<String> from = texts(transition.entries().get("from"));
        List<String> except = texts(transition.entries().get("except"));
        boolean any = from.equals(List.of(AnyStatus.ANY)) && !statuses.contains(AnyStatus.ANY);
        return items(named).stream()
                .filter(status -> texts(status).stream()
                        .anyMatch(name ->
                                from.contains(name) || (any && statuses.contains(name) && !except.contains(name))))
                .toList();
    }

    private static Optional<Node> keepOthers(Node.Mapping item, List<Node> removed) {
        List<String> names =
                removed.stream().flatMap(node -> texts(node).stream()).toList();
        List<Node> from = items(item.entries().get("from"));
        List<Node> others = from.stream()
                .filter(status -> !names.containsAll(texts(status)))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        if (others.size() == from.size()) { // any, which no removal names
            List<Node> except = new ArrayList<>(items(item.entries().get("except")));
            except.addAll(removed);
            return Optional.of(item.with("except", new Node.Sequence(item.location(), except)));
        }
        return Optional.of(item.with("from", new Node.Sequence(item.location(), others)));
    }

    /** The items of a list, of which a single value is one; none where there is nothing. */
    static List<Node> items(@Nullable Node node) {
        return node instanceof Node.Sequence list ? list.items() : node == null ? List.of() : List.of(node);
    }

    static List<String> texts(@Nullable Node node) {
        if (node instanceof Node.Scalar scalar) {
            return List.of(scalar.text());
        }
        return node instanceof Node.Sequence list
                ? list.items().stream().flatMap(n -> texts(n).stream()).toList()
                : List.of();
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
                    : list.items().stream().map(RemovalPattern::content).toList();
        }
        return ((Node.Scalar) node).text();
    }
}
