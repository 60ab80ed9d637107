package dev.orderly.store;

/**
 * Something that somebody is to be told about a step of an order. What it says is made when it is sent, of the order's
 * history up to that step.
 *
 * @param number the order's number
 * @param sequence the entry of the history that it tells of
 * @param position its place among the messages of that entry, from 0
 * @param to the role that is told, such as {@code customer}
 * @param channel the way of telling, such as {@code mail}
 */
public record OutboxMessage(String number, long sequence, int position, String to, String channel) {}
