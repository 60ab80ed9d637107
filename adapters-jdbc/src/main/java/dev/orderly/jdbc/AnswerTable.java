package dev.orderly.jdbc;

import dev.orderly.store.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The answers to requests with an id. */
final class AnswerTable {

    /** The columns that {@link #read} reads, of a table called {@code a}. */
    static final String COLUMNS = "a.request_id as answer_id, a.fingerprint as answer_fingerprint,"
            + " a.sequence as answer_sequence, a.answered_at";

    private static final String FIND =
            "select " + COLUMNS + " from orderly_answer a where a.number = ? and a.request_id = ?";

    private static final String DELETE = "delete from orderly_answer where number = ? and request_id = ?";

    private final Session session;
    private final DatabaseDialect dialect;
    private final Claims claims;

    AnswerTable(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.dialect = dialect;
        claims = new Claims(session, dialect);
    }

    static SqlValues key(String number, String requestId) {
        return new SqlValues()
                .text("number", KeyLimits.number(number))
                .text("request_id", KeyLimits.requestId(requestId));
    }

    static SqlValues row(String number, Answer answer) {
        return key(number, answer.requestId())
                .text("fingerprint", KeyLimits.fingerprint(answer.fingerprint()))
                .big("sequence", answer.sequence())
                .big("answered_at", EpochMicros.ceil(answer.at()));
    }

    Optional<Answer> find(String number, String requestId) {
        if (!KeyLimits.canBeNumber(number) || !KeyLimits.canBeRequestId(requestId)) {
            return Optional.empty();
        }
        SqlCommand command = new SqlCommand().add(FIND, key(number, requestId));
        return session
                .read(
                        "reading an answer about order " + number,
                        connection -> command.list(connection, AnswerTable::read))
                .stream()
                .findFirst();
    }

    int forget(Instant before, int limit) {
        SqlCommand query = new SqlCommand()
                .add("select a.number, a.request_id from orderly_answer a" + dialect.indexHint("orderly_answer_age"))
                .add(" where a.answered_at < ?", new SqlValues().big("answered_at", EpochMicros.floor(before)))
                .add(dialect.claimOrder("a.answered_at") + " limit ?", new SqlValues().number("limit", limit));
        return claims.claim(
                        "deleting old answers",
                        query,
                        row -> key(row.getString("number"), row.getString("request_id")),
                        (connection, keys) -> {
                            StatementBatch batch = new StatementBatch();
                            keys.forEach(key -> batch.add(DELETE, key));
                            batch.run(connection);
                            return keys;
                        })
                .size();
    }

    static Answer read(ResultSet row) throws SQLException {
        return new Answer(
                row.getString("answer_id"),
                row.getString("answer_fingerprint"),
                row.getLong("answer_sequence"),
                EpochMicros.instant(row.getLong("answered_at")));
    }
}
