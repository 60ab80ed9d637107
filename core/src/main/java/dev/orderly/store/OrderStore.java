package dev.orderly.store;

import dev.orderly.order.ChainKeys;
import dev.orderly.order.History;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A store of orders and their histories. The contract of every implementation:
 *
 * <ul>
 *   <li>It is thread-safe, and so are any number of instances on the same data.
 *   <li>{@link #append} writes everything of a change or nothing. It is a compare-and-set: of all changes that carry
 *       the same sequence number of the same order, exactly one is written, and the others fail with
 *       {@link ConflictException}. So does a change whose request id has an answer already.
 *   <li>{@link #appendAll} does the same for each of many changes, and returns a receipt for each.
 *   <li>What a method has written when it returns normally is durable.
 *   <li>A snapshot that it returns equals the replayed history.
 *   <li>It decides nothing, and apart from {@link #now} it reads no clock.
 * </ul>
 */
public interface OrderStore {

    /**
     * Registers a version of a workflow.
     *
     * @throws IllegalArgumentException if the version is registered with another content: raise the version instead
     */
    void register(Workflow workflow);

    /** A version of a workflow that was registered. */
    Optional<Workflow> workflow(String name, int version);

    /**
     * The order with this number.
     *
     * @throws UnreadableOrderException if it is stored and cannot be read
     */
    Optional<StoredOrder> find(String number);

    /**
     * An order, and what was answered to the request of this id about it: what each step of a request with an id begins
     * with. Both are as they were at one moment: an order that has the entry of the request is found with the answer, and one
     * that is found with an answer has the entry. A store that can read both at once overrides it, to save round trips.
     */
    default OrderLookup find(String number, String requestId) {
        Optional<StoredOrder> order = find(number);
        Optional<Answer> answer = answer(number, requestId);
        return new OrderLookup(answer.isPresent() ? find(number) : order, answer);
    }

    /**
     * The orders with these numbers, in any order, for changes of many. Those that are not stored, or cannot be read, are left
     * out. A store that can read many at once overrides it.
     */
    default List<StoredOrder> findAll(List<String> numbers) {
        List<StoredOrder> found = new ArrayList<>();
        for (String number : new LinkedHashSet<>(numbers)) {
            try {
                find(number).ifPresent(found::add);
            } catch (UnreadableOrderException ignored) {
                // left out
            }
        }
        return found;
    }

    /**
     * The whole history of an order.
     *
     * @throws UnreadableOrderException if it is stored and cannot be read
     */
    Optional<History> history(String number);

    /** The answer to the request with this id about this order. */
    Optional<Answer> answer(String number, String requestId);

    /**
     * Writes a step of an order, the first one included, with the automatic ones that follow it: all of them or none.
     *
     * @throws ConflictException if the order has that sequence number already, or lacks the one before it, or the
     *     request id is answered already; nothing is written then
     * @throws NumberTakenException if it places an order under a number that belonged to one which is not there any more
     */
    void append(Change change);

    /**
     * Writes changes, each as {@link #append} would: whole or not at all, and as a compare-and-set of its own. They are
     * written in the order of the list, so that a later one can follow an earlier one of the same order. A change that
     * fails does not keep the others from being written; its receipt has the exception, and this method throws none. A
     * store that can write many changes in fewer round trips overrides it.
     *
     * <p>In the caller's transaction (see {@link #isJoined}), the written changes are part of that transaction, whether
     * or not others failed; after a conflict the caller must roll it back, as after a conflict of {@link #append}.
     *
     * @return a receipt for each change, in the order of the list
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
     * Appends the entry of an erasure, replaces the earlier entries and the snapshot by what remains of them, and deletes
     * the contents of the order's attachments and the answers to requests about it.
     *
     * @throws ConflictException if the order has that sequence number already, or lacks the one before it; nothing is
     *     erased then
     */
    void erase(Erasure erasure);

    /**
     * Deletes answers that were given before a time, the oldest first. A request whose answer is gone is decided anew.
     *
     * @param limit how many at most, at least 1
     * @return how many were deleted; fewer than the limit if no older ones are left, or others are deleting them
     */
    int forgetAnswers(Instant before, int limit);

    /**
     * A page of orders, latest placed first; of {@linkplain OrderQuery#withOverdueAt overdue} ones, longest overdue first. Orders
     * of the same time are sorted by number. An order that cannot be read keeps no other from being listed.
     */
    Page list(OrderQuery query);

    /**
     * Claims orders whose deadline has expired, the earliest first, and those of the same time by number; an order that was
     * claimed before comes by the end of that lease. No other call returns a claimed order before its lease expires or the
     * order changes, so that several nodes share the work. The claim is no lock: every caller may still change the order.
     */
    DeadlineClaim claimDeadlines(DeadlineQuery query);

    /** Ends claims of orders before their lease does, so that other nodes can claim them now. */
    void releaseDeadlines(List<StoredOrder> claimed);

    /**
     * The numbers of the orders that this store met and could not read, and has not read since; a thousand at most. Each was
     * logged when it was met.
     */
    default Set<String> unreadable() {
        return Set.of();
    }

    /** The outbox of this store. */
    Outbox outbox();

    /**
     * Whether it writes in a transaction that the caller commits. Retrying cannot cure a conflict there: the caller
     * must roll that transaction back and repeat its work in a new one.
     */
    default boolean isJoined() {
        return false;
    }

    /**
     * The keys with which the histories of this store are chained, for those who write to it: the store itself keeps hashes
     * as they are given.
     */
    ChainKeys chainKeys();

    /** The time of the clock that all nodes on the same data share, such as the database's; empty if there is none. */
    default Optional<Instant> now() {
        return Optional.empty();
    }

    /** Does what a store needs now and then, such as adding up what it counts. Each sweep calls it, so it should be short. */
    default void maintain() {}

    /**
     * The number of orders in each status in which there are any, for one version of a workflow, exactly as they are at one
     * moment. What it costs does not grow with the number of orders.
     */
    Map<String, Long> countByStatus(String workflow, int version);

    /** The bytes of an attachment of an order by their SHA-256 in lower-case hexadecimal. */
    Optional<byte[]> attachment(String number, String sha256);
}
