package dev.orderly.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The locations in a file of the parts of the workflow that was read from it. */
final class SourceMap {

    private final Map<String, Node> byPath = new HashMap<>();

    SourceMap(Node root) {
        byPath.put("", root);
    }

    /** Records which node became the part at a path; needed where a list's items are numbered anew. */
    void set(String path, Node node) {
        byPath.put(path, node);
    }

    /** The location of a part, or of the nearest part around it that is in the file. */
    SourceLocation location(String path) {
        String prefix = path;
        while (!byPath.containsKey(prefix)) {
            int slash = prefix.lastIndexOf('/');
            prefix = slash < 0 ? "" : prefix.substring(0, slash);
        }
        Node node = byPath.get(prefix);
        String rest = path.substring(prefix.length());
        SourceLocation location = node.location();
        String parent = "";
        for (String part :
                rest.isEmpty() ? List.<String>of() : List.of(strip(rest).split("/"))) {
            if (node instanceof Node.Mapping mapping && mapping.entries().containsKey(part)) {
                node = mapping.entries().get(part);
                boolean atValue = node instanceof Node.Scalar && !parent.equals("when");
                location = atValue ? node.location() : mapping.keys().getOrDefault(part, location);
            } else if (parent.equals("when") && node instanceof Node.Sequence list) {
                String field = part;
                return list.items().stream()
                        .map(item ->
                                item instanceof Node.Mapping test ? test.keys().get(field) : null)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(location);
            } else if (node instanceof Node.Sequence sequence && isIndex(part, sequence)) {
                node = sequence.items().get(Integer.parseInt(part));
                location = node.location();
            } else {
                return location;
            }
            parent = part;
        }
        return location;
    }

    private static String strip(String path) {
        return path.startsWith("/") ? path.substring(1) : path;
    }

    private static boolean isIndex(String part, Node.Sequence sequence) {
        return part.matches("\\d{1,6}")
                && Integer.parseInt(part) < sequence.items().size();
    }
}
