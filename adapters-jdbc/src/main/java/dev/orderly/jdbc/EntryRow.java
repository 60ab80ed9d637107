package dev.orderly.jdbc;

import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.Placement;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of an order's history as a row of {@code orderly_history}. */
final class EntryRow {

    /** The columns that {@link #read} reads. */
    static final String COLUMNS = "number, sequence, kind, workflow, version, status, previous_version,"
            + " previous_status, subject, from_status, event, to_status, case_id, actor_role, actor_id, at_time,"
            + " detail, request_id, content, salt, erased, hash";

    private static final String MUTED = "muted";
    private static final String UNMUTED = "unmuted";

    private EntryRow() {}

    static SqlValues of(Order after, HistoryEntry entry) {
        Activity activity = entry.activity();
        long sequence = activity.sequence();
        String what = "entry " + sequence + " of order " + after.number();
        SqlValues row = new SqlValues()
                .text("number", KeyLimits.number(after.number()))
                .big("sequence", sequence)
                .big("previous", sequence == 1 ? null : sequence - 1)
                .text("workflow", after.workflow())
                .number("version", after.version())
                .text("status", after.status())
                .text("actor_role", activity.actor().role())
                .big("at_time", EpochMicros.exactly(activity.at(), what))
                .text("request_id", KeyLimits.optionalId("a request's id", activity.requestId()))
                .text("hash", entry.hash());
        personal(row, entry);
        if (activity instanceof TransitionEntry move) {
            return move(row, after, move);
        } else if (activity instanceof Migration migration) {
            return migration(row, migration);
        } else if (activity instanceof Comment comment) {
            row.text("detail", comment.visibility().name());
            return still(row, "comment", after);
        } else if (activity instanceof NotificationPreference change) {
            row.text("detail", change.muted() ? MUTED : UNMUTED);
            return still(row, "mute", after);
        }
        throw new IllegalArgumentException(what + " is of a kind that this version cannot keep: "
                + activity.getClass().getName());
    }

    /** The columns that can be erased. */
    static SqlValues personal(SqlValues row, HistoryEntry entry) {
        Activity activity = entry.activity();
        return row.text(
                        "actor_id",
                        KeyLimits.optionalId("an actor's id", activity.actor().id()))
                .text("content", EntryJson.of(activity))
                .text("salt", entry.redaction().salt())
                .text("erased", RedactionJson.of(entry.redaction()));
    }

    private static SqlValues move(SqlValues row, Order after, TransitionEntry move) {
        CaseRef about = move.caseRef();
        String from = move.from() == null ? "" : move.from();
        String before = about == null ? from : after.status();
        row.text("kind", about == null ? "transition" : "case")
                .number("previous_version", after.version())
                .text("previous_status", before)
                .number("case_id", about == null ? null : about.id())
                .text("detail", null);
        return law(row, about == null ? "" : about.type(), from, move.event(), move.to());
    }

    /** The law knows a migration by the version that it leaves, which stands in the place of the event. */
    private static SqlValues migration(SqlValues row, Migration migration) {
        row.text("kind", "migration")
                .number("previous_version", migration.fromVersion())
                .text("previous_status", migration.from())
                .number("case_id", null)
                .text("detail", null);
        String left = Integer.toString(migration.fromVersion());
        return law(row, Migration.EVENT, migration.from(), left, migration.to());
    }

    private static SqlValues still(SqlValues row, String kind, Order after) {
        row.text("kind", kind)
                .number("previous_version", after.version())
                .text("previous_status", after.status())
                .number("case_id", null);
        return law(row, null, null, null, null);
    }

    private static SqlValues law(
            SqlValues row,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String event,
            @Nullable String to) {
        return row.text("subject", subject)
                .text("from_status", from)
                .text("event", event)
                .text("to_status", to);
    }

    static HistoryEntry read(ResultSet row) throws SQLException {
        Activity activity = switch (row.getString("kind")) {
            case "transition", "case" -> readMove(row);
            case "comment" ->
                EntryJson.comment(
                        content(row),
                        row.getLong("sequence"),
                        actor(row),
                        at(row),
                        Visibility.valueOf(row.getString("detail")),
                        row.getString("request_id"));
            case "mute" ->
                NotificationPreference.of(
                                row.getLong("sequence"), actor(row), at(row), MUTED.equals(row.getString("detail")))
                        .withRequestId(row.getString("request_id"));
            case "migration" ->
                Migration.builder(
                                row.getLong("sequence"),
                                actor(row),
                                at(row),
                                row.getInt("previous_version"),
                                row.getInt("version"),
                                row.getString("from_status"),
                                row.getString("to_status"))
                        .requestId(row.getString("request_id"))
                        .build();
            default ->
                throw new IllegalStateException("order " + row.getString("number")
                        + " has an entry of the kind \"" + row.getString("kind")
                        + "\", which this version does not know");
        };
        return new HistoryEntry(
                activity, row.getString("hash"), RedactionJson.read(row.getString("salt"), row.getString("erased")));
    }

    private static TransitionEntry readMove(ResultSet row) throws SQLException {
        JsonNode content = content(row);
        int caseId = row.getInt("case_id");
        String from = row.getString("from_status");
        return TransitionEntry.builder(
                        row.getLong("sequence"),
                        actor(row),
                        at(row),
                        row.getString("event"),
                        row.getString("to_status"))
                .caseRef(caseId == 0 ? null : new CaseRef(caseId, row.getString("subject")))
                .from(from.isEmpty() ? null : from)
                .data(Json.data(content.get("data")))
                .comment(Json.textOf(content, "comment"))
                .requestId(row.getString("request_id"))
                .placement(placement(row, content))
                .build();
    }

    private static @Nullable Placement placement(ResultSet row, JsonNode content) throws SQLException {
        JsonNode json = content.get("placement");
        if (json == null) {
            return null;
        }
        PlacementJson placed = PlacementJson.of(json);
        return Placement.of(row.getString("number"), row.getString("workflow"), row.getInt("version"))
                .withCustomer(placed.customer())
                .withLines(placed.lines());
    }

    private static JsonNode content(ResultSet row) throws SQLException {
        String content = row.getString("content");
        return content == null ? Json.object() : Json.tree(content);
    }

    private static Actor actor(ResultSet row) throws SQLException {
        return new Actor(row.getString("actor_role"), row.getString("actor_id"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return EpochMicros.instant(row.getLong("at_time"));
    }
}
