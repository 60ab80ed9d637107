package dev.orderly.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a file as it was written, with its location: YAML and JSON are the same from here on. */
sealed interface Node {

    SourceLocation location();

    /** What kind of thing it is, for messages. */
    String kind();

    /** A text, number, boolean or null. */
    record Scalar(SourceLocation location, String text, boolean isNull) implements Node {
        @Override
        public String kind() {
            return isNull ? "empty" : quoted(text);
        }
    }

    /** A list. */
    record Sequence(SourceLocation location, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /**
     * A map; {@code keys} has the locations of its keys, also of those whose value was refused and is not among the
     * entries.
     */
    record Mapping(SourceLocation location, Map<String, Node> entries, Map<String, SourceLocation> keys)
            implements Node {
        @Override
        public String kind() {
            return "a map";
        }

        /** The same with another value for a key. */
        Mapping with(String key, Node value) {
            Map<String, Node> others = new LinkedHashMap<>(entries);
            Map<String, SourceLocation> locations = new LinkedHashMap<>(keys);
            others.put(key, value);
            locations.putIfAbsent(key, location);
            return new Mapping(location, others, locations);
        }

        /** The same without some keys. */
        Mapping without(Set<String> unwanted) {
            Map<String, Node> others = new LinkedHashMap<>(entries);
            Map<String, SourceLocation> locations = new LinkedHashMap<>(keys);
            others.keySet().removeAll(unwanted);
            locations.keySet().removeAll(unwanted);
            return new Mapping(location, others, locations);
        }
    }

    /** Whether the value is left out, as in {@code key:} with nothing after it. */
    default boolean isEmpty() {
        return this instanceof Scalar scalar && scalar.isNull();
    }

    /** A text from the file in quotes, short enough for a message of one line. */
    static String quoted(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        return "\"" + (line.length() > 60 ? line.substring(0, 57) + "..." : line) + "\"";
    }
}
