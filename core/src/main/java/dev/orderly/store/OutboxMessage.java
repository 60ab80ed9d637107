package dev.orderly.store;

/**
 * A message to send to one role about one entry of an order's history. It has no content: the dispatcher makes a
 * notification of it when it is sent, from the order's history up to that entry.
 *
 * @param number the order's number
 * @param sequence the sequence number of the history entry that it is about
 * @param position its position among the messages of that entry, from 0
 * @param to the role to notify, such as {@code customer}
 * @param channel the channel's name, such as {@code mail}
 */
public record OutboxMessage(String number, long sequence, int position, String to, String channel) {}
