package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that is stored of an order as one JSON document, column by column, with times in ISO 8601. */
final class OrderDocument {

    private static final Tables LIVE = new Tables("orderly_order", "orderly_history", "orderly_attachment", true);

    private static final Tables ARCHIVE =
            new Tables("orderly_archived_order", "orderly_archived_entry", "orderly_archived_attachment", false);

    private final ObjectNode json = Json.object();

    private OrderDocument() {}

    /**
     * The tables in which an order is.
     *
     * @param waits whether it can have messages and answers
     */
    private record Tables(String orders, String entries, String attachments, boolean waits) {}

    /** The document of an order, which may be in the archive, by statements that see the database as it is at one moment. */
    static OrderDocument read(Connection connection, String number) throws SQLException {
        OrderDocument live = read(connection, number, LIVE);
        return live.json.has("number") ? live : read(connection, number, ARCHIVE);
    }

    private static OrderDocument read(Connection connection, String number, Tables tables) throws SQLException {
        OrderDocument document = new OrderDocument();
        SqlValues key = new SqlValues().text("number", number);
        new SqlCommand()
                .add("select " + Archive.ORDER_COLUMNS + " from " + tables.orders + " where number = ?", key)
                .each(connection, document::order);
        document.rows(
                connection,
                "entries",
                "select " + EntryRow.COLUMNS + " from " + tables.entries + " where number = ? order by sequence",
                key,
                OrderDocument::entry);
        document.rows(
                connection,
                "attachments",
                "select sha256, content from " + tables.attachments + " where number = ? order by sha256",
                key,
                OrderDocument::attachment);
        if (tables.waits) {
            document.rows(
                    connection,
                    "messages",
                    "select sequence, role, channel, created_at, tries, problem from orderly_outbox where number = ?"
                            + " order by sequence, position",
                    key,
                    OrderDocument::message);
            document.rows(
                    connection,
                    "answers",
                    "select request_id, sequence, answered_at from orderly_answer where number = ? order by sequence",
                    key,
                    OrderDocument::answer);
        }
        return document;
    }

    /** On one line. */
    String text() {
        return Json.text(json);
    }

    private void order(ResultSet row) throws SQLException {
        json.put("number", row.getString("number"));
        json.put("workflow", row.getString("workflow"));
        json.put("version", row.getInt("version"));
        json.put("status", row.getString("status"));
        json.put("done", row.getBoolean("done"));
        json.put("muted", row.getBoolean("muted"));
        time(json, "placedAt", row.getLong("placed_at"));
        time(json, "since", row.getLong("since"));
        tree(json, "placed", row.getString("placed"));
        tree(json, "state", row.getString("state"));
    }

    private void rows(Connection connection, String name, String sql, SqlValues key, RowWriter writer)
            throws SQLException {
        ArrayNode rows = json.putArray(name);
        new SqlCommand().add(sql, key).each(connection, row -> writer.write(row, rows.addObject()));
    }

    @FunctionalInterface
    private interface RowWriter {

        void write(ResultSet row, ObjectNode target) throws SQLException;
    }

    private static void entry(ResultSet row, ObjectNode target) throws SQLException {
        target.put("sequence", row.getLong("sequence"));
        target.put("kind", row.getString("kind"));
        time(target, "at", row.getLong("at_time"));
        target.put("version", row.getInt("version"));
        target.put("status", row.getString("status"));
        if (row.getString("case_id") != null) {
            target.put("case", row.getInt("case_id"));
        }
        Json.put(target, "subject", row.getString("subject"));
        Json.put(target, "from", row.getString("from_status"));
        Json.put(target, "event", row.getString("event"));
        Json.put(target, "to", row.getString("to_status"));
        target.put("role", row.getString("actor_role"));
        Json.put(target, "actor", row.getString("actor_id"));
        Json.put(target, "detail", row.getString("detail"));
        Json.put(target, "requestId", row.getString("request_id"));
        tree(target, "content", row.getString("content"));
        target.put("hash", row.getString("hash"));
        Json.put(target, "salt", row.getString("salt"));
        tree(target, "erased", row.getString("erased"));
    }

    private static void attachment(ResultSet row, ObjectNode target) throws SQLException {
        target.put("sha256", row.getString("sha256"));
        byte[] content = row.getBytes("content");
        if (content != null) {
            target.put("content", Base64.getEncoder().encodeToString(content));
        }
    }

    private static void message(ResultSet row, ObjectNode target) throws SQLException {
        target.put("sequence", row.getLong("sequence"));
        target.put("role", row.getString("role"));
        target.put("channel", row.getString("channel"));
        time(target, "createdAt", row.getLong("created_at"));
        target.put("tries", row.getInt("tries"));
        Json.put(target, "problem", row.getString("problem"));
    }

    private static void answer(ResultSet row, ObjectNode target) throws SQLException {
        target.put("requestId", row.getString("request_id"));
        target.put("sequence", row.getLong("sequence"));
        time(target, "answeredAt", row.getLong("answered_at"));
    }

    private static void time(ObjectNode target, String name, long micros) {
        target.put(name, EpochMicros.instant(micros).toString());
    }

    /** What is no JSON, which this library does not write, stays a text. */
    private static void tree(ObjectNode target, String name, @Nullable String text) {
        if (text == null) {
            return;
        }
        try {
            target.set(name, Json.tree(text));
        } catch (RuntimeException e) {
            target.put(name, text);
        }
    }
}
