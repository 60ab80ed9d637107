package dev.orderly.cli.replay;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The figures of a replay.
 *
 * @param orders how many orders there are: those that were placed, so that it is the sum of {@code statuses}
 * @param events how many rows were decided
 * @param accepted how many of them were accepted
 * @param refused how many were refused, by the code of the reason; an event that is refused for several reasons of one
 *     code, or of several codes, counts once, under the first
 * @param statuses how many orders ended in each status
 * @param neverPlaced how many order numbers had events but were never placed
 */
public record Summary(
        long orders,
        long events,
        long accepted,
        SortedMap<String, Long> refused,
        SortedMap<String, Long> statuses,
        long neverPlaced) {

    public Summary {
        refused = Collections.unmodifiableSortedMap(new TreeMap<>(refused));
        statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    }
}
