package dev.orderly;

import dev.orderly.decision.Noted;
import dev.orderly.decision.Outcome;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.Chain;
import dev.orderly.order.Comment;
import dev.orderly.order.History;
import dev.orderly.order.MuteChange;
import dev.orderly.order.Order;
import dev.orderly.store.Answer;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Takes down what people say about orders, and whether they want to hear of them. */
final class Conversation {

    /** The longest comment, in UTF-16 code units. */
    private static final int MAX_COMMENT_LENGTH = 10_000;

    private static final int MAX_ATTACHMENTS = 10;

    private final OrderStore store;
    private final Workflows workflows;
    private final Ledger ledger;
    private final Clock clock;
    private final long maxAttachmentSize;

    Conversation(OrderStore store, Workflows workflows, Ledger ledger, Clock clock, long maxAttachmentSize) {
        this.store = store;
        this.workflows = workflows;
        this.ledger = ledger;
        this.clock = clock;
        this.maxAttachmentSize = maxAttachmentSize;
    }

    Outcome comment(String number, CommentRequest request) {
        Optional<String> objection = objection(request);
        if (objection.isPresent()) {
            return Rejected.dataInvalid("comment", objection.get());
        }
        Map<String, byte[]> contents = new LinkedHashMap<>();
        List<Attachment> attachments = new ArrayList<>();
        for (Upload upload : request.uploads()) {
            byte[] bytes = upload.content();
            String hash = Chain.sha256(bytes);
            contents.put(hash, bytes);
            attachments.add(new Attachment(upload.name(), upload.mediaType(), bytes.length, hash));
        }
        Instant time = request.time() == null ? clock.instant() : request.time();
        return note(
                number,
                request.id(),
                Fingerprint.of(request),
                contents,
                sequence -> new Comment(
                        sequence,
                        request.actor(),
                        time,
                        request.text(),
                        request.visibility(),
                        attachments,
                        request.id()));
    }

    Outcome mute(String number, Actor actor, boolean muted) {
        Instant now = clock.instant();
        return note(number, null, "", Map.of(), sequence -> new MuteChange(sequence, actor, now, muted, null));
    }

    private Outcome note(
            String number,
            @Nullable String id,
            String fingerprint,
            Map<String, byte[]> contents,
            LongFunction<Activity> entry) {
        return ledger.retrying(() -> {
            Optional<Answer> before = ledger.answered(number, id);
            if (before.isPresent()) {
                return repeat(number, fingerprint, before.get());
            }
            StoredOrder stored = store.find(number).orElse(null);
            if (stored == null) {
                return Rejected.unknownOrder(number);
            }
            Activity activity = entry.apply(stored.order().sequence() + 1);
            Order after = workflows.of(stored.order()).evolution().apply(stored.order(), activity);
            ledger.write(stored, after, activity, fingerprint, contents);
            return new Noted(after, activity);
        });
    }

    private Outcome repeat(String number, String fingerprint, Answer answer) {
        if (!answer.fingerprint().equals(fingerprint)) {
            return Rejected.requestIdReused(answer.requestId(), "comment");
        }
        History history = store.history(number)
                .orElseThrow(() -> new IllegalStateException(
                        "the store has an answer about order " + number + ", but no history of it"));
        History past = new History(number, history.entries().subList(0, Math.toIntExact(answer.sequence())));
        List<Activity> activities = past.activities();
        return new Noted(past.replay(workflows::evolution), activities.get(activities.size() - 1));
    }

    private Optional<String> objection(CommentRequest request) {
        if (request.text().isBlank() && request.uploads().isEmpty()) {
            return Optional.of("there is neither a text nor a file");
        }
        if (request.text().length() > MAX_COMMENT_LENGTH) {
            return Optional.of(
                    "the text has " + request.text().length() + " characters; the limit is " + MAX_COMMENT_LENGTH);
        }
        if (request.uploads().size() > MAX_ATTACHMENTS) {
            return Optional.of(request.uploads().size() + " files are too many; the limit is " + MAX_ATTACHMENTS);
        }
        return request.uploads().stream()
                .filter(u -> u.content().length > maxAttachmentSize)
                .findFirst()
                .map(u -> "the file " + u.name() + " has " + u.content().length + " bytes; the limit is "
                        + maxAttachmentSize);
    }
}
