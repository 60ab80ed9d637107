package dev.orderly.jdbc;

import dev.orderly.order.Activity;
import dev.orderly.order.ActivityKind;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.ErasureEntry;
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
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An entry of an order's history as a row of {@code orderly_history}. */
final class EntryRow {

    /** The columns that {@link #read} reads. */
    static final String COLUMNS = "number, sequence, kind, workflow, version, status, previous_version,"
            + " previous_status, subject, from_status, event, to_status, case_id, actor_role, actor_id, at_time,"
            + " detail, request_id, moved_items, content, salt, erased, hash";

    /** All of an order's entries; its parameter is the number. */
    static final String HISTORY = "select " + COLUMNS + " from orderly_history where number = ? order by sequence";

    /** The longest word of a kind; the column has room for longer ones than there are. */
    static final int MAX_KIND_LENGTH = 30;

    /** The longest word of a visibility or a preference. */
    static final int MAX_DETAIL_LENGTH = 10;

    private static final String MUTED = "muted";
    private static final String UNMUTED = "unmuted";

    private EntryRow() {}

    static SqlValues of(Order after, HistoryEntry entry) {
        return personal(fixed(after, entry), entry);
    }

    /** The columns that never change. */
    static SqlValues fixed(Order after, HistoryEntry entry) {
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
                .text("request_id", KeyLimits.optionalRequestId(activity.requestId()))
                .number("moved_items", MovedItemRows.moves(after, activity).size())
                .text("hash", entry.hash());
        return activity.accept(new KindColumns(row, after));
    }

    /** The columns that can be erased. */
    static SqlValues personal(SqlValues row, HistoryEntry entry) {
        Activity activity = entry.activity();
        return row.text("actor_id", KeyLimits.actorId(activity.actor().id()))
                .text("content", EntryJson.of(activity))
                .text("salt", KeyLimits.salt(entry.redaction().salt()))
                .text("erased", RedactionJson.of(entry.redaction()));
    }

    static HistoryEntry read(ResultSet row) throws SQLException {
        Activity activity = switch (kind(row)) {
            case TRANSITION -> transition(row);
            case COMMENT ->
                EntryJson.comment(
                        content(row),
                        row.getLong("sequence"),
                        actor(row),
                        at(row),
                        visibility(row),
                        row.getString("request_id"));
            case NOTIFICATION_PREFERENCE ->
                NotificationPreference.of(row.getLong("sequence"), actor(row), at(row), muted(row))
                        .withRequestId(row.getString("request_id"));
            case MIGRATION ->
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
            case ERASURE -> EntryJson.erasure(content(row), row.getLong("sequence"), actor(row), at(row));
        };
        return new HistoryEntry(
                activity, row.getString("hash"), RedactionJson.read(row.getString("salt"), row.getString("erased")));
    }

    private static ActivityKind kind(ResultSet row) throws SQLException {
        String word = row.getString("kind");
        return ActivityKind.of(word).orElseThrow(unknown(row, "kind", word));
    }

    private static Visibility visibility(ResultSet row) throws SQLException {
        String word = row.getString("detail");
        return Arrays.stream(Visibility.values())
                .filter(visibility -> visibility.code().equals(word))
                .findFirst()
                .orElseThrow(unknown(row, "visibility", word));
    }

    private static boolean muted(ResultSet row) throws SQLException {
        String word = row.getString("detail");
        if (!MUTED.equals(word) && !UNMUTED.equals(word)) {
            throw unknown(row, "preference", word).get();
        }
        return MUTED.equals(word);
    }

    private static Supplier<IllegalStateException> unknown(ResultSet row, String what, @Nullable String word)
            throws SQLException {
        String message = "order " + row.getString("number") + " has an entry of the " + what + " \"" + word
                + "\", which this version does not know";
        return () -> new IllegalStateException(message);
    }

    private static TransitionEntry transition(ResultSet row) throws SQLException {
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
                .items(ItemsJson.moves(content.path("items")))
                .parcel(content.path("parcel").asBoolean(false))
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

    /** The columns that differ among the kinds of entries. */
    private static final class KindColumns implements Activity.Visitor<SqlValues> {

        private final SqlValues row;
        private final Order after;

        KindColumns(SqlValues row, Order after) {
            this.row = row;
            this.after = after;
        }

        @Override
        public SqlValues transition(TransitionEntry entry) {
            CaseRef about = entry.caseRef();
            String from = entry.from() == null ? "" : entry.from();
            columns(ActivityKind.TRANSITION, after.version(), about == null ? from : after.status(), null)
                    .number("case_id", about == null ? null : about.id());
            return key(about == null ? "" : about.type(), from, entry.event(), entry.to());
        }

        /** Its transition is known by the number of the version that it leaves, in the place of the event. */
        @Override
        public SqlValues migration(Migration migration) {
            columns(ActivityKind.MIGRATION, migration.fromVersion(), migration.from(), null)
                    .number("case_id", null);
            String left = Integer.toString(migration.fromVersion());
            return key(Migration.EVENT, migration.from(), left, migration.to());
        }

        @Override
        public SqlValues comment(Comment comment) {
            return still(ActivityKind.COMMENT, comment.visibility().code());
        }

        @Override
        public SqlValues notificationPreference(NotificationPreference preference) {
            return still(ActivityKind.NOTIFICATION_PREFERENCE, preference.muted() ? MUTED : UNMUTED);
        }

        @Override
        public SqlValues erasure(ErasureEntry erasure) {
            return still(ActivityKind.ERASURE, null);
        }

        private SqlValues still(ActivityKind kind, @Nullable String detail) {
            columns(kind, after.version(), after.status(), detail).number("case_id", null);
            return key(null, null, null, null);
        }

        private SqlValues columns(
                ActivityKind kind, int previousVersion, String previousStatus, @Nullable String detail) {
            return row.text("kind", kind.code())
                    .number("previous_version", previousVersion)
                    .text("previous_status", previousStatus)
                    .text("detail", detail);
        }

        /** The key of the transition in {@code orderly_transition}; of nulls for an entry without one. */
        private SqlValues key(
                @Nullable String subject, @Nullable String from, @Nullable String event, @Nullable String to) {
            return row.text("subject", subject)
                    .text("from_status", from)
                    .text("event", event)
                    .text("to_status", to);
        }
    }
}
