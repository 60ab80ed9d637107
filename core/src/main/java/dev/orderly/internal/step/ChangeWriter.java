package dev.orderly.internal.step;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderStore;
import dev.orderly.store.OutboxMessage;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.NotificationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what was decided, and notifying the listeners. */
public final class ChangeWriter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.orderly.Orders");

    private final OrderStore store;
    private final List<OrderListener> listeners;
    private final int attempts;
    private final boolean notifying;
    private final Salts salts = new Salts();

    public ChangeWriter(OrderStore store, List<OrderListener> listeners, int attempts, boolean notifying) {
        this.store = store;
        this.listeners = List.copyOf(listeners);
        this.notifying = notifying;
        this.attempts = attempts;
    }

    /** The same, over another view of the store. */
    public ChangeWriter withStore(OrderStore view) {
        return new ChangeWriter(view, listeners, attempts, notifying);
    }

    /**
     * Runs something that reads an order, decides and writes; runs it again where somebody else wrote first. Whether it
     * is somebody else's transaction is asked each time, for a store may join one now and none the next time.
     *
     * @throws ConflictException if that went on for too long, or it is in somebody else's transaction
     */
    public <T> T retrying(Supplier<T> decideAndWrite) {
        for (int attempt = 1; ; attempt++) {
            try {
                return decideAndWrite.get();
            } catch (ConflictException e) {
                LOG.debug("conflict in attempt {} of {}: {}", attempt, attempts, e.getMessage());
                if (attempt == attempts || store.isJoined()) {
                    throw e;
                }
            }
        }
    }

    /** Writes an accepted request, with the messages that it promises. */
    public void write(@Nullable StoredOrder before, Accepted accepted, @Nullable String fingerprint) {
        TransitionEntry entry = accepted.entry();
        write(before, accepted.order(), entry, fingerprint, Map.of(), accepted.notifications());
    }

    /** Writes something that is no transition and of which nobody is told. */
    public void write(
            StoredOrder before,
            Order after,
            Activity entry,
            @Nullable String fingerprint,
            Map<String, byte[]> contents) {
        write(before, after, entry, fingerprint, contents, List.of());
    }

    /** Writes something, with the messages that tell of it. */
    public void write(
            @Nullable StoredOrder before,
            Order after,
            Activity entry,
            @Nullable String fingerprint,
            Map<String, byte[]> contents,
            List<NotificationRule> notifications) {
        Change change = change(before, after, entry, fingerprint, contents, notifications);
        store.append(change);
        tell(change);
    }

    /**
     * Writes what was decided about many orders, none of it at the request of somebody with an id, and notifying the listeners of
     * what is written, in the order given.
     *
     * @return what became of each, in the order given
     */
    public List<Receipt> writeAll(List<PendingStep> decided) {
        List<Receipt> receipts =
                store.appendAll(decided.stream().map(this::change).toList());
        receipts.stream().filter(Receipt::isWritten).map(Receipt::change).forEach(this::tell);
        return receipts;
    }

    private Change change(PendingStep decided) {
        Accepted accepted = decided.accepted();
        return change(decided.before(), accepted.order(), accepted.entry(), null, Map.of(), accepted.notifications());
    }

    private Change change(
            @Nullable StoredOrder before,
            Order after,
            Activity entry,
            @Nullable String fingerprint,
            Map<String, byte[]> contents,
            List<NotificationRule> notifications) {
        HistoryEntry recorded =
                HistoryEntry.after(before == null ? HashChain.START : before.hash(), entry, Redaction.of(salts.next()));
        String id = entry.requestId();
        Answer answer =
                id == null || fingerprint == null ? null : new Answer(id, fingerprint, entry.sequence(), List.of());
        return new Change(after, recorded, answer, contents, messages(after, entry, notifications));
    }

    /** Tells the listeners of a refusal. */
    public void refused(@Nullable Order order, Request request, Rejected refusal) {
        for (OrderListener listener : listeners) {
            try {
                listener.refused(order, request, refusal);
            } catch (Exception e) { // some languages throw checked exceptions without declaring them
                LOG.error("listener {} failed on the refusal {}", listener, refusal.code(), e);
            }
        }
    }

    private List<OutboxMessage> messages(Order after, Activity entry, List<NotificationRule> notifications) {
        List<OutboxMessage> messages = new ArrayList<>();
        for (NotificationRule rule : notifying ? notifications : List.<NotificationRule>of()) {
            messages.add(
                    new OutboxMessage(after.number(), entry.sequence(), messages.size(), rule.to(), rule.channel()));
        }
        return messages;
    }

    /** The order, and the answer that the request's id was given before; for a request without an id there is none. */
    public OrderLookup find(String number, @Nullable String requestId) {
        return requestId == null
                ? new OrderLookup(store.find(number), Optional.empty())
                : store.find(number, requestId);
    }

    /** The history of an order up to the entry that a request made. */
    public History historyUpTo(String number, Answer answer) {
        History history = store.history(number)
                .orElseThrow(() -> new IllegalStateException(
                        "the store has an answer about order " + number + ", but no history of it"));
        return new History(number, history.entries().subList(0, Math.toIntExact(answer.sequence())));
    }

    private void tell(Change written) {
        for (OrderListener listener : listeners) {
            tell(listener, written.after(), written.entry().activity());
        }
    }

    private static void tell(OrderListener listener, Order after, Activity entry) {
        try {
            listener.changed(after, entry);
        } catch (Exception e) { // some languages throw checked exceptions without declaring them
            LOG.error(
                    "listener {} failed on entry {} of order {}; the change itself is written",
                    listener,
                    entry.sequence(),
                    after.number(),
                    e);
        }
    }
}
