package dev.orderly.jdbc.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Refuses to move an order's row by a step that leaves a field out of its bounds, and to change a field that is in a bound
 * otherwise than the step's entry says; an erasure only takes values away.
 */
public final class BoundGuard extends Guard {

    private static final String ENTRY =
            "select kind, case_id, content from %sorderly_history where number = ? and sequence = ?";
    private static final String ARCHIVED =
            "select 1 from %sorderly_archived_order where number = ? and sequence = ? and state = ?";

    /** One of them stands in each state in which a field has a value that a bound can be about; a backslash may hide one. */
    private static final List<String> ORDERED = List.of("\"money\"", "\"number\"", "\"date\"", "\"instant\"", "\\");

    private static final int NUMBER = 0;
    private static final int SEQUENCE = 1;
    private static final int WORKFLOW = 2;
    private static final int VERSION = 3;
    private static final int PLACED = 13;
    private static final int STATE = 14;

    /** For H2. */
    public BoundGuard() {}

    /** The fields of the order, whose id is 0, or of one of its cases. */
    private record Part(int id, String subject, JsonNode before, JsonNode after) {

        boolean changes(String field) {
            return !before.path(field).equals(after.path(field));
        }
    }

    private record Entry(String kind, @Nullable Integer caseId, JsonNode given) {

        boolean isTransition() {
            return kind.equals("transition");
        }

        /** Whether it can have made of a field what the field is now. */
        boolean makes(Part part, String field) {
            JsonNode now = part.after.path(field);
            if (kind.equals("erasure")) {
                return now.isMissingNode() || !part.changes(field);
            } else if (!isTransition() || (part.id != 0 && !Objects.equals(caseId, part.id))) {
                return !part.changes(field);
            }
            boolean isGiven = given.has(field) && now.equals(given.path(field));
            return isGiven || (!part.changes(field) && !(caseId == null && given.has(field)));
        }
    }

    @Override
    public void fire(Connection connection, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (after == null || (before != null && after[SEQUENCE].equals(before[SEQUENCE])) || !mayBeBounded(after)) {
            return;
        }
        List<StoredBound> bounds =
                rows(connection, StoredBound.OF_VERSION, Arrays.asList(after[WORKFLOW], after[VERSION])).stream()
                        .map(StoredBound::of)
                        .toList();
        if (bounds.isEmpty()) {
            return;
        }
        if (before == null && ((Number) after[SEQUENCE]).longValue() > 1) {
            if (!finds(connection, ARCHIVED, Arrays.asList(after[NUMBER], after[SEQUENCE], after[STATE]))) {
                throw refusal("an order begins with its first entry, or comes back from the archive as it was");
            }
            return;
        }
        Entry entry = entry(connection, after);
        for (Part part :
                parts(StoredJson.treeOf(before == null ? null : before[STATE]), StoredJson.treeOf(after[STATE]))) {
            for (StoredBound bound : bounds) {
                if (bound.subject().equals(part.subject)) {
                    check(bound, part, entry, after);
                }
            }
        }
    }

    private static boolean mayBeBounded(Object[] order) {
        String state = String.valueOf(order[STATE]);
        return ORDERED.stream().anyMatch(state::contains);
    }

    private Entry entry(Connection connection, Object[] order) throws SQLException {
        List<@Nullable Object[]> found = rows(connection, ENTRY, Arrays.asList(order[NUMBER], order[SEQUENCE]));
        if (found.isEmpty()) {
            throw refusal("an order is where an entry of its history says");
        }
        @Nullable Object[] row = found.get(0);
        return new Entry(
                String.valueOf(row[0]),
                (Integer) row[1],
                StoredJson.treeOf(row[2]).path("data"));
    }

    private static List<Part> parts(JsonNode before, JsonNode after) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(0, "", before.path("fields"), after.path("fields")));
        for (JsonNode aCase : after.path("cases")) {
            JsonNode past = before.path("cases").path(parts.size() - 1);
            parts.add(
                    new Part(parts.size(), aCase.path("type").asString(""), past.path("fields"), aCase.path("fields")));
        }
        return parts;
    }

    private static void check(StoredBound bound, Part part, Entry entry, Object[] order) throws SQLException {
        for (String field : bound.fields()) {
            if (!entry.makes(part, field)) {
                throw refusal("a field that is in a bound changes by an entry only, as that says: " + field);
            }
        }
        if (entry.isTransition() && bound.isBroken(part.before, part.after, order[PLACED])) {
            throw refusal("a step leaves no field out of its bounds: " + bound.field());
        }
    }
}
