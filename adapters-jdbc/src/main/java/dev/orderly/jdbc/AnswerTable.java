package dev.orderly.jdbc;

import dev.orderly.decision.Reason;
import dev.orderly.store.Answer;
import dev.orderly.store.ConflictException;
import dev.orderly.workflow.LocalText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What was answered to requests with an id. */
final class AnswerTable {

    /** The columns that {@link #read} reads, of a table called {@code a}. */
    static final String COLUMNS = "a.request_id as answer_id, a.fingerprint as answer_fingerprint,"
            + " a.sequence as answer_sequence, a.reasons as answer_reasons";

    private static final String FIND =
            "select " + COLUMNS + " from orderly_answer a where a.number = ? and a.request_id = ?";

    private final Session session;
    private final DatabaseDialect dialect;

    AnswerTable(Session session, DatabaseDialect dialect) {
        this.session = session;
        this.dialect = dialect;
    }

    static SqlValues key(String number, String requestId) {
        return new SqlValues()
                .text("number", KeyLimits.number(number))
                .text("request_id", KeyLimits.requestId(requestId));
    }

    static SqlValues row(String number, Answer answer) {
        return key(number, answer.requestId())
                .text("fingerprint", KeyLimits.fingerprint(answer.fingerprint()))
                .big("sequence", answer.sequence() == 0 ? null : answer.sequence())
                .text("reasons", Json.text(json(answer.reasons())));
    }

    Optional<Answer> find(String number, String requestId) {
        if (!KeyLimits.canBeNumber(number) || !KeyLimits.canBeRequestId(requestId)) {
            return Optional.empty();
        }
        return find(number, requestId, "");
    }

    private Optional<Answer> find(String number, String requestId, String lock) {
        SqlCommand command = new SqlCommand().add(FIND, key(number, requestId)).add(lock);
        return session
                .read(
                        "reading an answer about order " + number,
                        connection -> command.list(connection, AnswerTable::read))
                .stream()
                .findFirst();
    }

    /** Inserts first and looks afterwards: of two that remember at the same time, one inserts. */
    Answer remember(String number, Answer refusal) {
        SqlValues row = row(number, refusal);
        String insert = row.insertInto("orderly_answer") + "values (" + row.marks() + ")";
        String what = "remembering an answer about order " + number;
        try {
            SqlCommand command = new SqlCommand().add(insert, row).add(dialect.insertOrNothing());
            if (session.single(what, command::update) == 1) {
                return refusal;
            }
        } catch (ConflictException e) {
            Optional<Answer> standing = find(number, refusal.requestId(), dialect.seeingLatest());
            return standing.orElseThrow(() -> e);
        }
        return find(number, refusal.requestId(), dialect.seeingLatest())
                .orElseThrow(() -> SqlErrors.conflict(what, null));
    }

    private static JsonNode json(List<Reason> reasons) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Reason reason : reasons) {
            ObjectNode item = array.addObject();
            item.put("code", reason.code());
            item.set("params", Json.values(reason.params()));
            item.set("text", Json.values(reason.text().byLanguage()));
        }
        return array;
    }

    static Answer read(ResultSet row) throws SQLException {
        List<Reason> reasons = new ArrayList<>();
        for (JsonNode item : Json.tree(row.getString("answer_reasons"))) {
            Map<String, String> texts = new HashMap<>();
            item.required("text")
                    .properties()
                    .forEach(e -> texts.put(e.getKey(), e.getValue().stringValue()));
            reasons.add(new Reason(
                    Json.requiredText(item, "code"), Json.values(item.required("params")), new LocalText(texts)));
        }
        return new Answer(
                row.getString("answer_id"),
                row.getString("answer_fingerprint"),
                row.getLong("answer_sequence"),
                reasons);
    }
}
