package dev.orderly;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a migration does, or would do.
 *
 * @param orders how many live orders it looked at in each status of the old version, sorted by status
 * @param moved how many of them were moved; in a dry run, could be
 * @param left how many stay behind
 * @param unmapped those that stay behind, ten thousand of them at most
 * @param isComplete whether it looked at all live orders; false if it reached its limit, or was interrupted
 */
public record MigrationReport(
        Map<String, Long> orders, long moved, long left, List<Unmapped> unmapped, boolean isComplete) {

    public MigrationReport {
        orders = Collections.unmodifiableMap(new TreeMap<>(orders));
        unmapped = List.copyOf(unmapped);
    }

    /**
     * An order that cannot be moved.
     *
     * @param number its number
     * @param status the status that it is in; empty if it cannot be read
     * @param why a sentence that says what stands in the way
     */
    public record Unmapped(String number, String status, String why) {}
}
