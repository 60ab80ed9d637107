package dev.orderly.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The messages that are to be sent. They come here with the step that they tell of, in one {@link OrderStore#append}, and
 * stay until they are sent. The law for every implementation:
 *
 * <ul>
 *   <li>It is thread-safe, and so are any number of instances on the same data.
 *   <li>The messages of one order are lent one at a time, in the order of their sequence and position: the next one only
 *       when the one before is sent or parked.
 *   <li>Nobody else is lent a message before its lease is over or it is settled. Whoever dies with a message loses it
 *       only for that long, so a message is sent at least once, and twice at worst.
 *   <li>Settling a message that is not there any more changes nothing.
 * </ul>
 */
public interface Outbox {

    /**
     * Lends messages of a channel that wait, those that have waited longest first. A message of another channel that comes
     * before one in its order holds it back all the same.
     *
     * @param channel the way of telling, such as {@code mail}
     * @param now the time at which it counts
     * @param lease for how long nobody else is lent them
     * @param limit how many at most
     */
    List<OutboxEntry> claim(String channel, Instant now, Duration lease, int limit);

    /** Takes a message out: it is sent. */
    void sent(OutboxMessage message);

    /**
     * Gives a message back that was lent and not tried: it waits again, and no try is counted.
     *
     * @param at not before this time; what {@link #claim} said puts it back in its place
     */
    void release(OutboxMessage message, Instant at);

    /**
     * Has a message tried again later.
     *
     * @param retryAt not before this time
     * @param problem why it could not be sent, without anything personal
     */
    void failed(OutboxMessage message, Instant retryAt, String problem);

    /**
     * Stops trying to send a message; those behind it go on.
     *
     * @param problem why it could not be sent, without anything personal
     */
    void deadLetter(OutboxMessage message, String problem);

    /**
     * Has a parked message tried again, as if for the first time.
     *
     * @param at not before this time
     */
    void resend(OutboxMessage message, Instant at);

    /** The messages about an order that are not sent yet, in their order. */
    List<OutboxEntry> pending(String number);

    /** Messages that are parked, by order, sequence and position. */
    List<OutboxEntry> deadLettered(int limit);

    /** How many messages wait now, and for how long; reckoning it takes the longer the more there are. */
    Backlog backlog();
}
