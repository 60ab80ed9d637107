package dev.orderly.jdbc;

import dev.orderly.order.Order;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change as the rows that it is written as.
 *
 * @param name what is done, for messages
 * @param isFirst whether it places the order
 * @param order the columns of the order's row that are written
 * @param key the number of the order, and the sequence number that it must have before; only for a later step
 * @param entry the history's new row
 * @param answer the answer's row; null for a request without an id
 * @param answerKey the key of that row; null where there is none
 * @param attachments the rows of attachments
 * @param attachmentKeys their keys, in the same order
 * @param messages the rows of what is to be sent
 */
record Step(
        String name,
        boolean isFirst,
        Row order,
        Row key,
        Row entry,
        @Nullable Row answer,
        @Nullable Row answerKey,
        List<Row> attachments,
        List<Row> attachmentKeys,
        List<Row> messages) {

    static Step of(Change change) {
        Order after = change.after();
        long sequence = change.entry().activity().sequence();
        boolean isFirst = sequence == 1;
        Answer answer = change.answer();
        return new Step(
                "writing entry " + sequence + " of order " + after.number(),
                isFirst,
                OrderRow.moved(isFirst ? OrderRow.placed(after) : new Row(), after),
                new Row().text("number", after.number()).big("sequence", sequence - 1),
                EntryRow.of(after, change.entry()),
                answer == null ? null : Answers.row(after.number(), answer),
                answer == null ? null : Answers.key(after.number(), answer.requestId()),
                change.contents().entrySet().stream()
                        .map(e -> Attachments.row(after.number(), e.getKey(), e.getValue()))
                        .toList(),
                change.contents().keySet().stream()
                        .map(sha256 -> Attachments.key(after.number(), sha256))
                        .toList(),
                change.messages().stream()
                        .map(m -> OutboxTable.row(m, change.entry().activity().at()))
                        .toList());
    }
}
