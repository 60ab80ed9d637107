package dev.orderly.workflow.file;

import java.util.List;
import java.util.Map;

/** A part of a file as it was written, with its place: YAML and JSON are the same from here on. */
sealed interface Node {

    Place place();

    /** What kind of thing it is, for messages. */
    String kind();

    /** A text, number, boolean or null. */
    record Scalar(Place place, String text, boolean isNull) implements Node {
        @Override
        public String kind() {
            return isNull ? "nothing" : "\"" + text + "\"";
        }
    }

    /** A list. */
    record Sequence(Place place, List<Node> items) implements Node {
        @Override
        public String kind() {
            return "a list";
        }
    }

    /** A map; {@code keys} holds the places of its keys. */
    record Mapping(Place place, Map<String, Node> entries, Map<String, Place> keys) implements Node {
        @Override
        public String kind() {
            return "a map";
        }
    }
}
