package dev.orderly.internal.conversation;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Recorded;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.RequestLimits;
import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.Deciders;
import dev.orderly.internal.step.Fingerprint;
import dev.orderly.internal.step.OrderAccess;
import dev.orderly.internal.step.OrderClock;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.store.Answer;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.PlainText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes comments on orders, and the notification preference of their customers. */
public final class Conversation {

    private final OrderStore store;
    private final OrderAccess access;
    private final Deciders deciders;
    private final ChangeWriter writer;
    private final OrderClock clock;
    private final long maxAttachmentSize;

    public Conversation(
            OrderStore store,
            OrderAccess access,
            Deciders deciders,
            ChangeWriter writer,
            OrderClock clock,
            long maxAttachmentSize) {
        this.store = store;
        this.access = access;
        this.deciders = deciders;
        this.writer = writer;
        this.clock = clock;
        this.maxAttachmentSize = maxAttachmentSize;
    }

    public CommentResult comment(String number, CommentRequest request) {
        Optional<Rejected> nameless = RequestLimits.ofNames(number, request.id());
        if (nameless.isPresent()) {
            return nameless.get();
        }
        String fingerprint = request.id() == null ? null : Fingerprint.of(request);
        return writer.retrying(() -> {
            OrderLookup found = access.find(number, request.id());
            Optional<StoredOrder> stored = found.order();
            if (stored.isEmpty() && access.isRestricted()) {
                return Rejected.unknownOrder(number);
            }
            if (found.answer().isPresent() && fingerprint != null) {
                return repeat(number, fingerprint, found.answer().get());
            }
            Optional<Rejected> refusal = stored.isEmpty()
                    ? Optional.of(Rejected.unknownOrder(number))
                    : objection(request)
                            .map(problem -> Rejected.dataInvalid("comment", problem))
                            .or(() -> deciders.refusal(stored.get().order()))
                            .or(() -> policy(stored.get()).objection(request));
            return refusal.isPresent() ? refusal.get() : write(stored.orElseThrow(), request, fingerprint);
        });
    }

    /**
     * Sets the notification preference. If it has that value already, nothing is written, and the result has the entry
     * that set it.
     */
    public CommentResult mute(String number, Actor actor, boolean muted) {
        return writer.retrying(() -> {
            StoredOrder stored = access.find(number).orElse(null);
            if (stored == null) {
                return Rejected.unknownOrder(number);
            }
            Order order = stored.order();
            Optional<Rejected> unavailable = deciders.refusal(order);
            if (unavailable.isPresent()) {
                return unavailable.get();
            }
            return order.muted() == muted
                    ? new Recorded(order, lastMuteChange(number))
                    : write(
                            stored,
                            NotificationPreference.of(order.sequence() + 1, actor, clock.next(order), muted),
                            null,
                            Map.of(),
                            List.of());
        });
    }

    private Recorded write(StoredOrder stored, CommentRequest request, @Nullable String fingerprint) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        List<Attachment> attachments = new ArrayList<>();
        for (Upload upload : request.uploads()) {
            byte[] bytes = upload.content();
            String hash = HashChain.sha256(bytes);
            contents.put(hash, bytes);
            attachments.add(new Attachment(upload.name(), upload.mediaType(), bytes.length, hash));
        }
        Order order = stored.order();
        CommentPolicy policy = policy(stored);
        Comment comment = Comment.builder(
                        order.sequence() + 1,
                        request.actor(),
                        request.time() == null ? clock.next(order) : request.time(),
                        policy.taken(request))
                .visibility(request.visibility())
                .attachments(attachments)
                .requestId(request.id())
                .build();
        return write(stored, comment, fingerprint, contents, policy.notifications(order, comment));
    }

    private CommentPolicy policy(StoredOrder stored) {
        return new CommentPolicy(deciders.of(stored.order()).workflow());
    }

    private Recorded write(
            StoredOrder stored,
            Activity activity,
            @Nullable String fingerprint,
            Map<String, byte[]> contents,
            List<NotificationRule> notifications) {
        Order after = deciders.of(stored.order()).evolution().apply(stored.order(), activity);
        writer.write(stored, after, activity, fingerprint, contents, notifications);
        return new Recorded(after, activity);
    }

    private CommentResult repeat(String number, String fingerprint, Answer answer) {
        if (!answer.fingerprint().equals(fingerprint)) {
            return Rejected.requestIdReused(answer.requestId(), "comment");
        }
        History past = writer.historyUpTo(number, answer);
        List<Activity> activities = past.activities();
        return new Recorded(past.replay(deciders::evolution), activities.get(activities.size() - 1));
    }

    private Activity lastMuteChange(String number) {
        List<Activity> activities = store.history(number).orElseThrow().activities();
        Activity last = activities.get(0);
        for (Activity activity : activities) {
            last = activity instanceof NotificationPreference ? activity : last;
        }
        return last;
    }

    private Optional<String> objection(CommentRequest request) {
        if (request.text().isBlank() && request.uploads().isEmpty()) {
            return Optional.of("there is neither a text nor a file");
        }
        Optional<String> problem = PlainText.problem(request.text(), RequestLimits.MAX_COMMENT_LENGTH)
                .or(() -> Optional.ofNullable(request.actor().id())
                        .flatMap(id -> PlainText.problem(id, RequestLimits.MAX_ACTOR_ID_LENGTH)));
        if (problem.isPresent()) {
            return problem;
        }
        if (request.uploads().size() > RequestLimits.MAX_ATTACHMENTS) {
            return Optional.of(
                    request.uploads().size() + " files are too many; the limit is " + RequestLimits.MAX_ATTACHMENTS);
        }
        for (Upload upload : request.uploads()) {
            Optional<String> unwritable = PlainText.problem(upload.name(), RequestLimits.MAX_FILE_NAME_LENGTH);
            if (unwritable.isPresent()) {
                return unwritable.map(why -> "a file's name: " + why);
            }
        }
        return request.uploads().stream()
                .filter(u -> u.content().length > maxAttachmentSize)
                .findFirst()
                .map(u -> "the file " + u.name() + " has " + u.content().length + " bytes; the limit is "
                        + maxAttachmentSize);
    }
}
