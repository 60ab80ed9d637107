package dev.orderly.file;

import dev.orderly.workflow.Name;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

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
                    replaceTransitions(entries, transition -> unlisted(transition, "except", name));
                    replaceCases(entries, type -> unlisted(type, "open-in", name));
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

    private static void replaceCases(Map<String, Node> entries, UnaryOperator<Node> replace) {
        if (entries.get("cases") instanceof Node.Mapping cases) {
            Map<String, Node> replaced = new LinkedHashMap<>(cases.entries());
            replaced.replaceAll((name, type) -> replace.apply(type));
            entries.put("cases", new Node.Mapping(cases.location(), replaced, cases.keys()));
        }
    }

    /**
     * A transition or a case without a status, which is no longer there, among those that {@code from: any} does not mean, or in
     * which the case can be opened.
     */
    private static Node unlisted(Node part, String key, String status) {
        if (!(part instanceof Node.Mapping map)) {
            return part;
        }
        List<Node> listed = RemovalPattern.items(map.entries().get(key));
        List<Node> others = listed.stream()
                .filter(node -> !RemovalPattern.texts(node).contains(status))
                .toList();
        if (others.size() == listed.size()) {
            return part;
        }
        return others.isEmpty() ? map.without(Set.of(key)) : map.with(key, new Node.Sequence(map.location(), others));
    }

    private void removeMatching(Map<String, Node> entries, String section, Node.Mapping wanted) {
        List<Node> left = new ArrayList<>();
        boolean found = false;
        Set<String> statuses = entries.get("statuses") instanceof Node.Mapping named
                ? named.entries().keySet()
                : Set.of();
        Node list = entries.get(section);
        RemovalPattern pattern = new RemovalPattern(wanted, statuses);
        for (Node item : RemovalPattern.items(list)) {
            List<Node> rest = pattern.left(item);
            found |= !rest.equals(List.of(item));
            left.addAll(rest);
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
}
