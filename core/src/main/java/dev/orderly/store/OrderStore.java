package dev.orderly.store;

import dev.orderly.order.History;
import dev.orderly.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where orders are kept. The law for every implementation:
 *
 * <ul>
 *   <li>It is thread-safe, and so are any number of instances on the same data.
 *   <li>{@link #append} writes everything of a change or nothing. It is a compare-and-set: of all changes that carry the
 *       same sequence number of the same order, exactly one is written, and the others fail with
 *       {@link ConflictException}. So does one that carries the request id of an answer that is there already.
 *   <li>{@link #appendAll} is that for each of many changes, and says of each what became of it.
 *   <li>What a method returned normally for is not lost.
 *   <li>A snapshot that it returns equals the history replayed.
 *   <li>It decides nothing, and but for {@link #now} it asks no clock.
 * </ul>
 */
public interface OrderStore {

    /**
     * Makes a version of a workflow known.
     *
     * @throws IllegalArgumentException if the version is known with another content: raise the version instead
     */
    void register(Workflow workflow);

    /** A version of a workflow that was registered. */
    Optional<Workflow> workflow(String name, int version);

    /** An order. */
    Optional<StoredOrder> find(String number);

    /**
     * An order, and what was answered to the request of this id about it: what each step of a request with an id begins
     * with. An order that is found with an answer has the entry that the answer names. A store that can read both at once
     * overrides it, to save a round trip.
     */
    default OrderLookup find(String number, String requestId) {
        Optional<Answer> answer = answer(number, requestId); // first, so that the order is not older
        return new OrderLookup(find(number), answer);
    }

    /** Everything that happened to an order. */
    Optional<History> history(String number);

    /** What was answered to the request of this id about this order, which need not exist. */
    Optional<Answer> answer(String number, String requestId);

    /**
     * Writes a step of an order, the first one included.
     *
     * @throws ConflictException if the order has that sequence number already, or lacks the one before it, or the
     *     request id is answered already; nothing is written then
     */
    void append(Change change);

    /**
     * Writes steps, each as {@link #append} would: whole or not at all, and as a compare-and-set of its own. They come in
     * the order of the list, so that a later one of the same order can follow an earlier one. What becomes of one keeps
     * none of the others from being written, and is told by its receipt: this method throws nothing. A store that can
     * write many at the price of a few overrides it.
     *
     * <p>In a transaction of somebody else the written ones are in it, whatever became of the others; but after a conflict
     * it is to be rolled back, as after one of {@link #append}.
     *
     * @return what became of each, in the order of the list
     */
    default List<Receipt> appendAll(List<Change> changes) {
        List<Receipt> receipts = new ArrayList<>();
        for (Change change : changes) {
            try {
                append(change);
                receipts.add(Receipt.written(change));
            } catch (RuntimeException e) {
                receipts.add(Receipt.failed(change, e));
            }
        }
        return receipts;
    }

    /**
     * Replaces entries of an order's history, and its snapshot, by what is left of them. The contents of its attachments
     * and the answers to requests about it go.
     *
     * @throws ConflictException if the order has another sequence number by now; nothing is erased then
     */
    void erase(Erasure erasure);

    /** Remembers a refusal, unless the request id is answered already; returns the answer that stands. */
    Answer remember(String number, Answer refusal);

    /** Some orders, latest placed first; orders placed at the same time by number. */
    Page list(OrderQuery query);

    /**
     * Lends orders whose deadline has come, earliest deadline first; those of the same time by number. Nobody else is
     * lent an order before the lease is over or the order has changed, so that several nodes share the work. That is all
     * it means: anybody may still change the order.
     *
     * @param now the time at which it counts
     * @param lease for how long nobody else is lent them
     * @param limit how many at most
     */
    List<StoredOrder> claimDeadlines(Instant now, Duration lease, int limit);

    /** The messages that are to be sent. */
    Outbox outbox();

    /**
     * Tells whether it writes in a transaction that somebody else commits. A conflict cannot be cured there: that
     * transaction is to be rolled back, and what was done in it to be done again in a new one.
     */
    default boolean isJoined() {
        return false;
    }

    /** The time by the clock that all who work on the same data share; empty where there is none. */
    default Optional<Instant> now() {
        return Optional.empty();
    }

    /** How many orders of a version of a workflow are in each status. */
    Map<String, Long> countByStatus(String workflow, int version);

    /** The bytes of an attachment of an order by their SHA-256 in lower-case hexadecimal. */
    Optional<byte[]> attachment(String number, String sha256);
}
