package dev.orderly.store;

import java.time.Instant;

/**
 * A place in a list of orders, for asking for what follows.
 *
 * @param time the time by which the list is sorted
 * @param number the number of the order there
 */
public record Position(Instant time, String number) {}
