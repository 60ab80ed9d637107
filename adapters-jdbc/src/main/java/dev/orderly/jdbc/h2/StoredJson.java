package dev.orderly.jdbc.h2;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What stands in columns of JSON, for guards that compare a part of it, which H2's own SQL cannot. */
final class StoredJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StoredJson() {}

    /**
     * Refuses to change parts of a column's JSON.
     *
     * @param message why
     * @param parts the names that lead to a part, separated by dots
     */
    static void requireSame(@Nullable Object before, @Nullable Object after, String message, String... parts)
            throws SQLException {
        if (!Objects.equals(before, after) && !isSame(tree(before), tree(after), parts)) {
            throw Guard.refusal(message);
        }
    }

    private static boolean isSame(@Nullable JsonNode before, @Nullable JsonNode after, String... parts) {
        return before != null
                && after != null
                && Arrays.stream(parts).allMatch(part -> part(before, part).equals(part(after, part)));
    }

    private static JsonNode part(JsonNode tree, String part) {
        JsonNode found = tree;
        for (String name : part.split("\\.", -1)) {
            found = found.path(name);
        }
        return found;
    }

    /**
     * Refuses to change what stands under names in an object, and to add to it; each can go.
     *
     * @param part the name of the object
     * @param message why
     */
    static void requireNoneElse(@Nullable Object before, @Nullable Object after, String part, String message)
            throws SQLException {
        if (Objects.equals(before, after)) {
            return;
        }
        JsonNode past = treeOf(before).path(part);
        for (Map.Entry<String, JsonNode> value : treeOf(after).path(part).properties()) {
            if (!value.getValue().equals(past.get(value.getKey()))) {
                throw Guard.refusal(message);
            }
        }
    }

    /** An empty object for what is no JSON. */
    static JsonNode treeOf(@Nullable Object text) {
        JsonNode tree = tree(text);
        return tree == null ? MAPPER.createObjectNode() : tree;
    }

    /** Null for what is no JSON. */
    private static @Nullable JsonNode tree(@Nullable Object text) {
        try {
            return text == null ? MAPPER.createObjectNode() : MAPPER.readTree(text.toString());
        } catch (JacksonException e) {
            return null;
        }
    }
}
