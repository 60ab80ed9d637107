package dev.orderly.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The transactional outbox: the messages to be sent. {@link OrderStore#append} writes them together with the history
 * entry that they are about, and they stay until they are sent. The contract of every implementation:
 *
 * <ul>
 *   <li>It is thread-safe, and so are any number of instances on the same data.
 *   <li>The messages of one order are claimed one at a time, in the order of their sequence and position: the next one
 *       becomes available when the one before is sent or dead-lettered.
 *   <li>No other call returns a claimed message before its lease expires or the message is settled, that is sent,
 *       released, failed or dead-lettered. If the claimer dies, the message becomes available again when the lease
 *       expires, so delivery is at least once.
 *   <li>A message is available from the time of its step, or from when it is written by the clock of {@link OrderStore#now}
 *       if that is earlier, so that no node's fast clock delays it.
 *   <li>Only the latest claim of a message can settle it, also after its lease has expired. Settling by another lease, or
 *       a message that is not in the outbox any more, changes nothing and returns false.
 * </ul>
 */
public interface Outbox {

    /**
     * Claims available messages of a channel, those that have waited longest first. An earlier message of the same
     * order holds back the later ones, even if it is for another channel.
     *
     * @param channel the channel's name, such as {@code mail}
     * @param now the current time, from which the lease runs
     * @param lease how long the claim lasts
     * @param limit how many messages at most
     */
    List<OutboxLease> claim(String channel, Instant now, Duration lease, int limit);

    /**
     * Whether a lease is the latest of its message, which waits for being settled by it. A claimer that asks before it begins
     * to send sends nothing that another one has claimed since, however long its machine stood still.
     */
    boolean isHeld(OutboxLease lease);

    /**
     * Records that a message is sent, and removes it.
     *
     * @return whether it did; false if the lease was lost, in which case another claimer may send the message again
     */
    boolean sent(OutboxLease lease);

    /**
     * Releases a message that was not attempted: it waits again in its old place, and no attempt is counted.
     *
     * @return whether it did; false if the lease was lost
     */
    boolean release(OutboxLease lease);

    /**
     * Records a failed attempt, and schedules the next one.
     *
     * @param retryAt the earliest time of the next attempt
     * @param problem why the attempt failed, without personal data
     * @return whether it did; false if the lease was lost
     */
    boolean failed(OutboxLease lease, Instant retryAt, String problem);

    /**
     * Makes a message a dead letter: it is not sent any more, and the messages behind it become available.
     *
     * @param problem why it could not be sent, without personal data
     * @return whether it did; false if the lease was lost
     */
    boolean deadLetter(OutboxLease lease, String problem);

    /**
     * Puts a dead letter back into the queue, with no attempts counted.
     *
     * @param at the earliest time of the next attempt
     */
    void resend(OutboxMessage message, Instant at);

    /** The messages about an order that are not sent, dead letters included, in their order. */
    List<OutboxEntry> pending(String number);

    /** Dead letters, sorted by order number, sequence and position; at most {@code limit}. */
    List<OutboxEntry> deadLettered(int limit);

    /** How many messages wait now, and since when. What it costs does not grow with the number of messages. */
    Backlog backlog();
}
