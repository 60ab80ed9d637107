package dev.orderly.file;

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
 * Parses YAML or JSON into nodes. Reads tokens only: no type that a file names is ever made, an alias is refused and
 * not expanded, and depth and size are bounded.
 */
final class NodeParser {

    /** The deepest nesting. */
    static final int MAX_DEPTH = 32;

    private static final TokenStreamFactory JSON = new JsonFactory();
    private static final TokenStreamFactory YAML = new YAMLFactory();

    private final Source source;
    private final FileProblems problems;
    private final JsonParser parser;

    private NodeParser(Source source, FileProblems problems, JsonParser parser) {
        this.source = source;
        this.problems = problems;
        this.parser = parser;
    }

    /** The file's content; empty if it could not be parsed, in which case the problems say why. */
    static Optional<Node> parse(Source source, FileProblems problems) {
        SourceLocation start = new SourceLocation(source.name(), 1, 1);
        if (source.text().length() > Source.MAX_SIZE) {
            problems.error(start, "unsupported", "the text is longer than 1 MiB: a workflow file is never that large");
            return Optional.empty();
        }
        try (JsonParser parser = parser(source)) {
            return new NodeParser(source, problems, parser).root(start);
        } catch (TooDeep e) {
            problems.error(
                    e.location,
                    "unsupported",
                    "the file is nested more than " + MAX_DEPTH + " levels deep: a workflow file never is");
        } catch (JacksonException e) {
            SyntaxError error = SyntaxError.of(e, source, location(source, e.getLocation()));
            problems.error(error.location(), "syntax", error.message());
        }
        return Optional.empty();
    }

    private static JsonParser parser(Source source) {
        return source.isJson()
                ? JSON.createParser(ObjectReadContext.empty(), source.text())
                : YAML.createParser(ObjectReadContext.empty(), new WholeCharacters(source.text()));
    }

    private Optional<Node> root(SourceLocation start) {
        boolean isEmpty = parser.nextToken() == null;
        Optional<Node> root = isEmpty ? Optional.empty() : node(1);
        if (isEmpty || root.filter(Node::isEmpty).isPresent()) {
            problems.error(start, "syntax", "the file is empty: begin it with \"workflow: NAME\"");
            return Optional.empty();
        }
        if (parser.nextToken() != null) {
            problems.error(here(), "unsupported", "a file holds one workflow: put the one that begins here in its own");
        }
        return root;
    }

    /** The node that begins here; empty where it is refused. */
    private Optional<Node> node(int depth) {
        SourceLocation location = here();
        if (depth > MAX_DEPTH) {
            throw new TooDeep(location);
        }
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            problems.error(location, "unsupported", "aliases (*name) are not supported: write the value out");
            problems.missing(ErrorRecovery.MOST);
            return Optional.empty();
        }
        refuseExtras(location);
        return Optional.of(
                switch (parser.currentToken()) {
                    case START_OBJECT -> mapping(location, depth);
                    case START_ARRAY -> sequence(location, depth);
                    case VALUE_NULL -> new Node.Scalar(location, "", true);
                    default -> new Node.Scalar(location, parser.getString(), false);
                });
    }

    private Node mapping(SourceLocation location, int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, SourceLocation> keys = new LinkedHashMap<>();
        boolean hasExtras = parser.getObjectId() != null || parser.getTypeId() != null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            SourceLocation keyLocation = here();
            if (!hasExtras || !keys.isEmpty()) { // the parser says them again at the first key
                refuseExtras(keyLocation);
            }
            parser.nextToken();
            if (key.equals("<<") && parser instanceof YAMLParser) {
                problems.error(keyLocation, "unsupported", "merge keys (<<) are not supported: write the entries out");
                problems.missing(ErrorRecovery.MOST);
                parser.skipChildren();
                continue;
            }
            Optional<Node> value = node(depth + 1);
            SourceLocation first = keys.putIfAbsent(key, keyLocation);
            if (first == null) {
                value.ifPresent(node -> entries.put(key, node));
            } else {
                problems.error(
                        keyLocation,
                        "duplicate-key",
                        Node.quoted(key) + " stands here a second time, first in line " + first.line()
                                + ": keep one of them");
            }
        }
        return new Node.Mapping(location, entries, keys);
    }

    private Node sequence(SourceLocation location, int depth) {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            node(depth + 1).ifPresent(items::add);
        }
        return new Node.Sequence(location, items);
    }

    private void refuseExtras(SourceLocation location) {
        if (!(parser instanceof YAMLParser yaml)) {
            return;
        }
        if (yaml.getObjectId() != null) {
            problems.error(location, "unsupported", "anchors (&name) are not supported: remove it");
        }
        if (yaml.getTypeId() != null) {
            problems.error(location, "unsupported", "tags (!name) are not supported: remove it");
        }
    }

    private SourceLocation here() {
        return location(source, parser.currentTokenLocation());
    }

    private static SourceLocation location(Source source, TokenStreamLocation location) {
        return new SourceLocation(
                source.name(), Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }

    /** Ends parsing where the nesting is too deep. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SourceLocation location;

        TooDeep(SourceLocation location) {
            super(null, null, false, false);
            this.location = location;
        }
    }
}
