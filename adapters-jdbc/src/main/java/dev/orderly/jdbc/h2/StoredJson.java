package dev.orderly.jdbc.h2;

import java.sql.SQLException;
import java.util.Arrays;
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

    /** Null for what is no JSON. */
    private static @Nullable JsonNode tree(@Nullable Object text) {
        try {
            return text == null ? MAPPER.createObjectNode() : MAPPER.readTree(text.toString());
        } catch (JacksonException e) {
            return null;
        }
    }
}
