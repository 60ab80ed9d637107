package dev.orderly.jdbc.h2;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A bound of a field, as a row of {@code orderly_bound} has it. */
record StoredBound(
        String subject,
        String field,
        String type,
        String relation,
        String other,
        @Nullable String constant) {

    /** The bounds of a version. */
    static final String OF_VERSION = "select subject, field, type, relation, other, constant from %sorderly_bound"
            + " where workflow = ? and version = ?";

    private static final String LINES = "(lines)";
    private static final String CONSTANT = "(constant)";

    static StoredBound of(@Nullable Object[] row) {
        String[] texts = Arrays.stream(row).map(String::valueOf).toArray(String[]::new);
        return new StoredBound(texts[0], texts[1], texts[2], texts[3], texts[4], (String) row[5]);
    }

    /** The fields that it is about. */
    List<String> fields() {
        return other.equals(LINES) || other.equals(CONSTANT) ? List.of(field) : List.of(field, other);
    }

    /**
     * Whether a step leaves its field out of it, and changes that or what bounds it.
     *
     * @param before the fields before
     * @param given what the step gives some of them
     * @param placed what was ordered, as JSON
     */
    boolean isBroken(JsonNode before, JsonNode given, @Nullable Object placed) {
        JsonNode now = after(field, before, given);
        JsonNode bounding = after(other, before, given);
        boolean isAsked =
                !now.isMissingNode() && !(now.equals(before.path(field)) && bounding.equals(before.path(other)));
        return isAsked && !isKept(now, bounding, placed);
    }

    private static JsonNode after(String field, JsonNode before, JsonNode given) {
        return given.has(field) ? given.path(field) : before.path(field);
    }

    private boolean isKept(JsonNode now, JsonNode bounding, @Nullable Object placed) {
        StoredAmount value = StoredAmount.of(now, type);
        StoredAmount limit = switch (other) {
            case LINES -> StoredAmount.totalOf(StoredJson.treeOf(placed).path("lines"));
            case CONSTANT -> StoredAmount.of(StoredJson.treeOf(constant), type);
            default -> StoredAmount.of(bounding, type);
        };
        if (value == null || limit == null || !value.unit().equals(limit.unit())) {
            return false;
        }
        int compared = value.number().compareTo(limit.number());
        return relation.equals("at-most") ? compared <= 0 : compared >= 0;
    }
}
