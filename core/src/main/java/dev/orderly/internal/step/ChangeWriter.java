package dev.orderly.internal.step;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.HashChain;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.MissingChainKeyException;
import dev.orderly.order.Order;
import dev.orderly.order.Redaction;
import dev.orderly.store.Answer;
import dev.orderly.store.Change;
import dev.orderly.store.ConflictException;
import dev.orderly.store.Erasure;
import dev.orderly.store.OrderStore;
import dev.orderly.store.OutboxMessage;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.NotificationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes decided changes to the store, and notifies the listeners. */
public final class ChangeWriter {

    private static final Logger LOG = LoggerFactory.getLogger("dev.orderly.Orders");

    private final OrderStore store;
    private final List<OrderListener> listeners;
    private final int attempts;
    private final boolean notifying;
    private final OrderClock clock;
    private final ChainKeys keys;
    private final Salts salts = new Salts();

    public ChangeWriter(
            OrderStore store,
            List<OrderListener> listeners,
            int attempts,
            boolean notifying,
            OrderClock clock,
            ChainKeys keys) {
        this.store = store;
        this.listeners = List.copyOf(listeners);
        this.notifying = notifying;
        this.attempts = attempts;
        this.clock = clock;
        this.keys = keys;
    }

    /** A copy that writes to another view of the store. */
    public ChangeWriter withStore(OrderStore view) {
        return new ChangeWriter(view, listeners, attempts, notifying, clock, keys);
    }

    /**
     * Runs an action that reads an order, decides and writes, and repeats it after a conflict with another writer.
     * Whether the store takes part in the caller's transaction is asked after each conflict, because it can differ
     * between calls.
     *
     * @throws ConflictException if the last attempt met a conflict as well, or the transaction is the caller's
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

    /** Writes an accepted request and the automatic steps behind it, with the messages of their notification rules. */
    public void write(@Nullable StoredOrder before, Accepted accepted, @Nullable String fingerprint) {
        AcceptedStep asked = accepted.steps().get(0);
        Change change = change(before, asked.order(), asked.entry(), fingerprint, Map.of(), asked.notifications());
        write(following(change, accepted.automatic()));
    }

    /** Writes an activity and the automatic steps behind it, without a request to answer, and notifies the listeners. */
    public void write(PendingActivity decided) {
        write(change(decided));
    }

    /** Writes an activity, with the messages of the given notification rules, and notifies the listeners. */
    public void write(
            StoredOrder before,
            Order after,
            Activity entry,
            @Nullable String fingerprint,
            Map<String, byte[]> contents,
            List<NotificationRule> notifications) {
        write(change(before, after, entry, fingerprint, contents, notifications));
    }

    private void write(Change change) {
        store.append(change);
        notifyListeners(change);
    }

    /** Writes an erasure, and notifies the listeners of its entry. */
    public void erase(StoredOrder before, Order after, Activity erasure, List<HistoryEntry> redacted) {
        HistoryEntry entry = entry(before, erasure);
        store.erase(new Erasure(after, entry, redacted));
        listeners.forEach(listener -> notify(listener, after, erasure));
    }

    /** Writes many decided steps, none of which has a request id, as {@link #writeAll} does. */
    public List<Receipt> writeSteps(List<PendingStep> decided) {
        return writeAll(decided.stream().map(PendingStep::activity).toList());
    }

    /**
     * Writes many activities, none of which has a request id, and notifies the listeners of those written, in the order given.
     *
     * @return a receipt for each, in the order given
     */
    public List<Receipt> writeAll(List<PendingActivity> decided) {
        List<Receipt> receipts =
                store.appendAll(decided.stream().map(this::change).toList());
        receipts.stream().filter(Receipt::isWritten).map(Receipt::change).forEach(this::notifyListeners);
        return receipts;
    }

    private Change change(PendingActivity decided) {
        Change first =
                change(decided.before(), decided.after(), decided.activity(), null, Map.of(), decided.notifications());
        return following(first, decided.automatic());
    }

    /** A change with automatic steps behind it, each of which is chained to the one before. */
    private Change following(Change first, List<AcceptedStep> automatic) {
        if (automatic.isEmpty()) {
            return first;
        }
        List<Change> following = new ArrayList<>();
        StoredOrder before = new StoredOrder(first.after(), first.entry().hash());
        for (AcceptedStep step : automatic) {
            Change change = change(before, step.order(), step.entry(), null, Map.of(), step.notifications());
            following.add(change);
            before = new StoredOrder(step.order(), change.entry().hash());
        }
        return new Change(first.after(), first.entry(), first.answer(), first.contents(), first.messages(), following);
    }

    private Change change(
            @Nullable StoredOrder before,
            Order after,
            Activity entry,
            @Nullable String fingerprint,
            Map<String, byte[]> contents,
            List<NotificationRule> notifications) {
        HistoryEntry recorded = entry(before, entry);
        String id = entry.requestId();
        Answer answer =
                id == null || fingerprint == null ? null : new Answer(id, fingerprint, entry.sequence(), clock.now());
        return new Change(after, recorded, answer, contents, messages(after, entry, notifications));
    }

    private HistoryEntry entry(@Nullable StoredOrder before, Activity activity) {
        if (before != null && !canFollow(before)) {
            throw new MissingChainKeyException(
                    before.order().number(), HashChain.keyId(before.hash()).orElseThrow());
        }
        String previous = before == null ? HashChain.START : before.hash();
        return HistoryEntry.of(previous, activity, Redaction.of(salts.next()), keys, clock.now());
    }

    /** Whether this program has the key that the next entry of an order needs. */
    public boolean canFollow(StoredOrder before) {
        return keys.canFollow(before.hash());
    }

    /** Notifies the listeners of a refusal. */
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

    /** The history of an order up to the entry that the answered request made. */
    public History historyUpTo(String number, Answer answer) {
        History history = answeredHistory(number);
        return new History(number, history.entries().subList(0, Math.toIntExact(answer.sequence())));
    }

    /** The whole history of an order about which a request was answered. */
    public History answeredHistory(String number) {
        return store.history(number)
                .orElseThrow(() -> new IllegalStateException(
                        "the store has an answer about order " + number + ", but no history of it"));
    }

    private void notifyListeners(Change written) {
        for (Change step : written.steps()) {
            listeners.forEach(
                    listener -> notify(listener, step.after(), step.entry().activity()));
        }
    }

    private static void notify(OrderListener listener, Order after, Activity entry) {
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
