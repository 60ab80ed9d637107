package dev.orderly.file;

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
final class MappingReader {

    private Node.Mapping map;
    private final String what;
    private final FileProblems problems;
    private boolean isBroken;

    private MappingReader(Node.Mapping map, String what, FileProblems problems) {
        this.map = map;
        this.what = what;
        this.problems = problems;
    }

    /** The node as a map; reported, and empty, where it is none. */
    static MappingReader of(Node node, String what, FileProblems problems) {
        if (node instanceof Node.Mapping mapping) {
            return new MappingReader(mapping, what, problems);
        }
        problems.error(
                node.location(), "wrong-type", what + " must be a map of keys and values, but is " + node.kind());
        problems.missing(ErrorRecovery.CONDITION);
        MappingReader empty = new MappingReader(new Node.Mapping(node.location(), Map.of(), Map.of()), what, problems);
        empty.isBroken = true;
        return empty;
    }

    Node.Mapping map() {
        return map;
    }

    SourceLocation location() {
        return map.location();
    }

    /** Whether the key is there, even if its value was refused. */
    boolean has(String key) {
        return map.keys().containsKey(key);
    }

    Optional<Node> node(String key) {
        return Optional.ofNullable(map.entries().get(key));
    }

    /** What it is, for messages. */
    String what() {
        return what;
    }

    Map<String, Node> entries() {
        return map.entries();
    }

    SourceLocation keyLocation(String key) {
        return map.keys().getOrDefault(key, map.location());
    }

    /**
     * Reports every key that is not one of these. A key that was probably meant to be one of them is read as that one,
     * so that the misspelling causes no further problems.
     *
     * @return whether all keys could be read
     */
    boolean allow(Collection<String> keys) {
        boolean understood = !isBroken;
        for (String key : List.copyOf(map.entries().keySet())) {
            if (!keys.contains(key)) {
                Optional<String> meant = Name.nearest(key, keys);
                String hint = meant.map(near -> "did you mean " + Node.quoted(near) + "?")
                        .orElse("there are " + String.join(", ", keys));
                problems.error(
                        keyLocation(key), "unknown-key", Node.quoted(key) + " is no key of " + what + ": " + hint);
                understood &= meant.isPresent();
                meant.filter(near -> !has(near)).ifPresent(near -> map = renamed(map, key, near));
            }
        }
        return understood;
    }

    private static Node.Mapping renamed(Node.Mapping map, String from, String to) {
        Map<String, Node> entries = new LinkedHashMap<>(map.entries());
        Map<String, SourceLocation> keys = new LinkedHashMap<>(map.keys());
        Node value = entries.remove(from);
        SourceLocation location = keys.remove(from);
        if (value != null && location != null) {
            entries.put(to, value);
            keys.put(to, location);
        }
        return new Node.Mapping(map.location(), entries, keys);
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
        require(key);
        return text(key);
    }

    /** Reports a key that must be there and is not. */
    void require(String key) {
        if (!has(key) && !isBroken) {
            missing(what + " needs the key \"" + key + "\"");
        }
    }

    void missing(String message) {
        problems.error(location(), "missing-key", message);
    }

    /** A text that means something else, such as a number or a length of time. */
    <T> Optional<T> parsed(String key, Function<String, T> parse) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException | DateTimeException e) {
                invalid(key, of(key, e));
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
        if (node.isEmpty()) {
            wrong(node, key, "a list");
            return List.of();
        }
        return node instanceof Node.Sequence sequence ? sequence.items() : List.of(node);
    }

    /** Texts, of which a single one stands for a list of one; an empty list says nothing and is a mistake. */
    List<String> texts(String key) {
        refuseEmpty(key);
        return texts(key, text -> text);
    }

    void refuseEmpty(String key) {
        if (map.entries().get(key) instanceof Node.Sequence list && list.items().isEmpty()) {
            problems.error(
                    list.location(),
                    "invalid-value",
                    "\"" + key + "\" of " + what + " is an empty list: name something, or leave the key out");
        }
    }

    /** Texts that mean something else. */
    <T> List<T> texts(String key, Function<String, T> parse) {
        List<T> parsed = new ArrayList<>();
        for (Node item : items(key)) {
            if (item instanceof Node.Scalar scalar && !scalar.isNull()) {
                try {
                    parsed.add(parse.apply(scalar.text()));
                } catch (IllegalArgumentException | DateTimeException e) {
                    problems.error(item.location(), "invalid-value", of(key, e));
                }
            } else {
                wrong(item, key, "a text or a list of texts");
            }
        }
        return parsed;
    }

    private String of(String key, RuntimeException e) {
        return "\"" + key + "\" of " + what + ": " + e.getMessage();
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
        MappingReader mapping = of(languages, "\"" + key + "\" of " + what, problems);
        Map<String, String> texts = new TreeMap<>();
        for (String language : languages.entries().keySet()) {
            Optional<String> text = mapping.text(language);
            if (text.filter(String::isBlank).isPresent()) {
                mapping.invalid(language, mapping.what + ": the text in " + Node.quoted(language) + " is blank");
                problems.missing(ErrorRecovery.LANGUAGE);
            } else {
                text.ifPresent(said -> texts.put(language, said));
            }
        }
        return new LocalText(texts);
    }

    /** The entries of a map from names to something, without those whose name is none. */
    Map<String, Node> named(String key, ErrorRecovery part) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return Map.of();
        }
        MappingReader mapping = of(node.get(), "\"" + key + "\" of " + what, problems);
        if (mapping.isBroken) {
            problems.missing(part);
        }
        Map<String, Node> entries = new LinkedHashMap<>(mapping.entries());
        entries.keySet().removeIf(name -> {
            boolean bad = !Name.isValid(name);
            if (bad) {
                problems.error(mapping.keyLocation(name), "invalid-value", noName(name));
                problems.missing(part);
            }
            return bad;
        });
        return entries;
    }

    static String noName(String text) {
        return Node.quoted(text) + " is no name: use letters and digits, with single '-', '_', '.' or spaces between"
                + " them, at most " + Name.MAX_LENGTH + " characters";
    }

    void wrong(Node node, String key, String expected) {
        problems.error(
                node.location(),
                "wrong-type",
                "\"" + key + "\" of " + what + " must be " + expected + ", but is " + node.kind());
        problems.missing(ErrorRecovery.CONDITION);
    }

    void invalid(String key, String message) {
        Node node = map.entries().get(key);
        problems.error(node == null ? location() : node.location(), "invalid-value", message);
    }
}
