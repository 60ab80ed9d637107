package dev.orderly.jdbc;

import dev.orderly.order.Order;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as the rows that it is written as.
 *
 * @param number the number of the order
 * @param before the sequence number that the order must have before; 0 for a step that places it
 * @param order the columns of the order's row that are written
 * @param entry the history's new row
 * @param moved the rows of the units that the entry moves
 * @param answer the answer's row; null for a request without an id
 * @param answerKey the key of that row; null where there is none
 * @param attachments the rows of attachments
 * @param attachmentKeys their keys, in the same order
 * @param messages the rows of what is to be sent
 */
record StepRows(
        String number,
        long before,
        SqlValues order,
        SqlValues entry,
        List<SqlValues> moved,
        @Nullable SqlValues answer,
        @Nullable SqlValues answerKey,
        List<SqlValues> attachments,
        List<SqlValues> attachmentKeys,
        List<SqlValues> messages) {

    /**
     * The rows of a change.
     *
     * @param dialect the dialect of the database that they are for
     */
    static StepRows of(Change change, DatabaseDialect dialect) {
        Order after = change.after();
        long before = change.entry().activity().sequence() - 1;
        Answer answer = change.answer();
        return new StepRows(
                after.number(),
                before,
                OrderRow.moved(before == 0 ? OrderRow.placed(after) : new SqlValues(), after),
                EntryRow.of(after, change.entry()),
                MovedItemRows.of(after, change.entry().activity()),
                answer == null ? null : AnswerTable.row(after.number(), answer),
                answer == null ? null : AnswerTable.key(after.number(), answer.requestId()),
                change.contents().entrySet().stream()
                        .map(e -> Attachments.row(after.number(), e.getKey(), e.getValue()))
                        .toList(),
                change.contents().keySet().stream()
                        .map(sha256 -> Attachments.key(after.number(), sha256))
                        .toList(),
                change.messages().stream()
                        .map(m -> OutboxTable.row(m, change.entry().activity().at(), dialect))
                        .toList());
    }

    /** What is done, for messages. */
    String name() {
        return "writing entry " + (before + 1) + " of order " + number;
    }

    /** Whether it places the order. */
    boolean isFirst() {
        return before == 0;
    }

    /** Which row of an order it moves; only for a later step. */
    SqlValues key() {
        return new SqlValues().text("number", number).big("sequence", before);
    }

    /** Whether it is no more than a later step and its messages, which can be written together with those of other orders. */
    boolean isPlain() {
        return !isFirst() && answer == null && attachments.isEmpty();
    }
}
