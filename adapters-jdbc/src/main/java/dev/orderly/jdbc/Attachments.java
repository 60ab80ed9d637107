package dev.orderly.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bytes of attachments, each kept once for an order, however often it was sent. */
final class Attachments {

    private static final String LIVE = "orderly_attachment";

    private final Session session;
    private final long maxSize;

    Attachments(Session session, long maxSize) {
        this.session = session;
        this.maxSize = maxSize;
    }

    static SqlValues row(String number, String sha256, byte[] content) {
        return key(number, sha256).bytes("content", content);
    }

    static SqlValues key(String number, String sha256) {
        return new SqlValues().text("number", number).text("sha256", sha256);
    }

    /** No other transaction can add one between the two statements: the writer has locked the order. */
    static void addIfAbsent(Connection connection, SqlValues key, SqlValues attachment) throws SQLException {
        if (new SqlCommand()
                .add("select 1 from orderly_attachment where number = ? and sha256 = ?", key)
                .list(connection, row -> row.getInt(1))
                .isEmpty()) {
            add(connection, attachment);
        }
    }

    private static void add(Connection connection, SqlValues attachment) throws SQLException {
        new SqlCommand()
                .add(attachment.insertInto("orderly_attachment") + "values (" + attachment.marks() + ")", attachment)
                .update(connection);
    }

    void requireSize(Map<String, byte[]> contents) {
        for (byte[] content : contents.values()) {
            if (content.length > maxSize) {
                throw new IllegalArgumentException(
                        "an attachment has " + content.length + " bytes, but the store takes " + maxSize
                                + ": raise maxAttachmentSize, or send a smaller one");
            }
        }
    }

    /** In both places, and once more in the first: it can have moved back meanwhile. */
    Optional<byte[]> find(String number, String sha256) {
        if (!KeyLimits.canBeNumber(number) || !KeyLimits.canBeHash(sha256)) {
            return Optional.empty();
        }
        return find(LIVE, number, sha256)
                .or(() -> find("orderly_archived_attachment", number, sha256))
                .or(() -> find(LIVE, number, sha256));
    }

    private Optional<byte[]> find(String table, String number, String sha256) {
        SqlCommand command = new SqlCommand()
                .add(
                        "select content from " + table + " where number = ? and sha256 = ? and content is not null",
                        key(number, sha256));
        List<byte[]> found = session.read(
                "reading an attachment of order " + number,
                connection -> command.list(connection, row -> row.getBytes("content")));
        return found.stream().findFirst();
    }
}
