package dev.orderly;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a migration does, or would do.
 *
 * @param orders how many live orders there are in each status of the old version, sorted by status
 * @param moved how many of them can be moved; in a dry run, could be
 * @param unmapped the orders that stay behind
 */
public record MigrationReport(Map<String, Long> orders, long moved, List<Unmapped> unmapped) {

    public MigrationReport {
        orders = Collections.unmodifiableMap(new TreeMap<>(orders));
        unmapped = List.copyOf(unmapped);
    }

    /**
     * An order that cannot be moved.
     *
     * @param number its number
     * @param status the status that it is in
     * @param why a sentence that says what stands in the way
     */
    public record Unmapped(String number, String status, String why) {}
}
