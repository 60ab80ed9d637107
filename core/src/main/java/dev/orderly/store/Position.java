package dev.orderly.store;

import java.time.Instant;

/**
 * A position in a sorted list of orders, from which the next page is queried.
 *
 * @param time the time by which the list is sorted
 * @param number the number of the order at this position
 */
public record Position(Instant time, String number) {}
