package dev.orderly.workflow.file;

import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Name;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A map in a file whose keys are known: gives their values, and reports what has another shape. */
final class Section {

    private final Node.Mapping map;
    private final String what;
    private final Problems problems;

    private Section(Node.Mapping map, String what, Problems problems) {
        this.map = map;
        this.what = what;
        this.problems = problems;
    }

    /** The node as a map; reported, and empty, where it is none. */
    static Section of(Node node, String what, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return new Section(mapping, what, problems);
        }
        problems.error(node.place(), "wrong-type", what + " must be a map of keys and values, but is " + node.kind());
        return new Section(new Node.Mapping(node.place(), Map.of(), Map.of()), what, problems);
    }

    Place place() {
        return map.place();
    }

    boolean has(String key) {
        return map.entries().containsKey(key);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(map.entries().get(key));
    }

    Map<String, Node> entries() {
        return map.entries();
    }

    Place keyPlace(String key) {
        return map.keys().getOrDefault(key, map.place());
    }

    /** Reports every key that is not one of these, with the nearest one that is. */
    void allow(Collection<String> keys) {
        for (String key : map.entries().keySet()) {
            if (!keys.contains(key)) {
                String hint = Suggestion.nearest(key, keys)
                        .map(near -> "; did you mean \"" + near + "\"?")
                        .orElse("; possible are " + String.join(", ", keys));
                problems.error(keyPlace(key), "unknown-key", what + " has no key \"" + key + "\"" + hint);
            }
        }
    }

    Optional<String> text(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && node.get() instanceof Node.Scalar scalar && !scalar.isNull()) {
            return Optional.of(scalar.text());
        }
        node.ifPresent(n -> wrong(n, key, "a text"));
        return Optional.empty();
    }

    /** A text that must be there. */
    Optional<String> required(String key) {
        if (!has(key)) {
            problems.error(place(), "missing-key", what + " needs \"" + key + "\"");
        }
        return text(key);
    }

    /** A text that means something else, such as a number or a length of time. */
    <T> Optional<T> parsed(String key, Function<String, T> parse) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException | DateTimeException e) {
                invalid(key, "\"" + key + "\" of " + what + ": " + e.getMessage());
                return Optional.empty();
            }
        });
    }

    boolean flag(String key) {
        Optional<String> text = text(key);
        if (text.isPresent() && !text.get().equals("true") && !text.get().equals("false")) {
            node(key).ifPresent(node -> wrong(node, key, "true or false"));
        }
        return text.filter("true"::equals).isPresent();
    }

    /** The items of a list, of which a single value is one. */
    List<Node> items(String key) {
        Node node = map.entries().get(key);
        if (node == null) {
            return List.of();
        }
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    }

    /** Texts, of which a single one stands for a list of one. */
    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                texts.add(scalar.text());
            } else {
                wrong(item, key, "a text or a list of texts");
            }
        }
        return texts;
    }

    /** A text in several languages. */
    LocalText localText(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return LocalText.EMPTY;
        }
        if (!(node.get() instanceof Node.Mapping languages)) {
            wrong(node.get(), key, "a map of languages, such as { en: Sent }");
            return LocalText.EMPTY;
        }
        Section section = of(languages, "\"" + key + "\" of " + what, problems);
        Map<String, String> texts = new TreeMap<>();
        languages.entries().keySet().forEach(l -> section.text(l).ifPresent(text -> texts.put(l, text)));
        return new LocalText(texts);
    }

    /** The entries of a map from names to something, without those whose name is none. */
    Map<String, Node> named(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty() || (node.get() instanceof Node.Scalar scalar && scalar.isNull())) {
            return Map.of();
        }
        Section section = of(node.get(), "\"" + key + "\"", problems);
        Map<String, Node> entries = new LinkedHashMap<>(section.entries());
        entries.keySet().removeIf(name -> {
            boolean bad = !Name.isValid(name);
            if (bad) {
                problems.error(
                        section.keyPlace(name),
                        "invalid-value",
                        "\"" + name + "\" is no valid name: use letters,"
                                + " digits, and single '-', '_', '.' or spaces between them");
            }
            return bad;
        });
        return entries;
    }

    void wrong(Node node, String key, String expected) {
        problems.error(
                node.place(),
                "wrong-type",
                "\"" + key + "\" of " + what + " must be " + expected + ", but is " + node.kind());
    }

    void invalid(String key, String message) {
        Node node = map.entries().get(key);
        problems.error(node == null ? place() : node.place(), "invalid-value", message);
    }
}
