package dev.orderly.workflow.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Parses YAML or JSON into nodes. Reads tokens only: no type that a file names is ever made, an alias is refused and not
 * expanded, and depth and size are bounded.
 */
final class NodeParser {

    /** The longest file, in characters. */
    static final int MAX_LENGTH = 1 << 20;

    /** The deepest nesting. */
    static final int MAX_DEPTH = 32;

    private static final TokenStreamFactory JSON = new JsonFactory();
    private static final TokenStreamFactory YAML = new YAMLFactory();

    private final Source source;
    private final Problems problems;
    private final JsonParser parser;

    private NodeParser(Source source, Problems problems, JsonParser parser) {
        this.source = source;
        this.problems = problems;
        this.parser = parser;
    }

    /** The file's content; empty if it could not be parsed, in which case the problems say why. */
    static Optional<Node> parse(Source source, Problems problems) {
        Place start = new Place(source.name(), 1, 1);
        if (source.text().length() > MAX_LENGTH) {
            problems.error(
                    start,
                    "unsupported",
                    "the file has " + source.text().length() + " characters; a workflow file has at most "
                            + MAX_LENGTH);
            return Optional.empty();
        }
        TokenStreamFactory factory = source.isJson() ? JSON : YAML;
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), source.text())) {
            if (parser.nextToken() == null) {
                problems.error(start, "syntax", "the file is empty: it must start with \"workflow: NAME\"");
                return Optional.empty();
            }
            NodeParser nodes = new NodeParser(source, problems, parser);
            Node root = nodes.node(1);
            if (parser.nextToken() != null) {
                problems.error(nodes.here(), "unsupported", "a file holds one workflow, but here a second one begins");
            }
            return Optional.of(root);
        } catch (TooDeep e) {
            problems.error(e.place, "unsupported", "the file is nested more than " + MAX_DEPTH + " levels deep");
            return Optional.empty();
        } catch (JacksonException e) {
            problems.error(place(source, e.getLocation()), "syntax", firstLine(e.getOriginalMessage()));
            return Optional.empty();
        }
    }

    private Node node(int depth) {
        Place place = here();
        if (depth > MAX_DEPTH) {
            throw new TooDeep(place);
        }
        refuseYamlExtras(place);
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(place, depth);
            case START_ARRAY -> sequence(place, depth);
            case VALUE_NULL -> new Node.Scalar(place, "", true);
            default -> new Node.Scalar(place, parser.getString(), false);
        };
    }

    private Node mapping(Place place, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = here();
            parser.nextToken();
            Node value = node(depth + 1);
            Place first = keys.putIfAbsent(key, keyPlace);
            if (first == null) {
                entries.put(key, value);
            } else {
                problems.error(
                        keyPlace,
                        "duplicate-key",
                        "\"" + key + "\" stands here a second time, first in line " + first.line()
                                + "; only the first is read");
            }
        }
        return new Node.Mapping(place, entries, keys);
    }

    private Node sequence(Place place, int depth) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private void refuseYamlExtras(Place place) {
        if (!(parser instanceof YAMLParser yaml)) {
            return;
        }
        if (yaml.isCurrentAlias()) {
            problems.error(place, "unsupported", "aliases (*name) are not supported: write the value out");
        } else if (yaml.getObjectId() != null) {
            problems.error(place, "unsupported", "anchors (&name) are not supported: remove it");
        } else if (yaml.getTypeId() != null) {
            problems.error(place, "unsupported", "tags (!name) are not supported: remove it");
        }
    }

    private Place here() {
        return place(source, parser.currentTokenLocation());
    }

    private static Place place(Source source, TokenStreamLocation location) {
        return new Place(source.name(), Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    private static String firstLine(String message) {
        String text = message == null ? "the file cannot be parsed" : message.strip();
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end).strip();
    }

    /** Ends parsing where the nesting is too deep. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Place place;

        TooDeep(Place place) {
            super(null, null, false, false);
            this.place = place;
        }
    }
}
