package dev.orderly;

import dev.orderly.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a migration does. Thread-safe. */
final class MigrationCount {

    private static final int MAX_NAMED = 10_000;

    private final MigrationPlan.Progress progress;
    private final Map<String, Long> orders = new TreeMap<>();
    private final List<MigrationReport.Unmapped> unmapped = new ArrayList<>();
    private long moved;
    private long left;

    MigrationCount(MigrationPlan.Progress progress) {
        this.progress = progress;
    }

    synchronized void found(Order order) {
        orders.merge(order.status(), 1L, Long::sum);
    }

    synchronized void left(Order order, String why) {
        left(order.number(), order.status(), why);
    }

    synchronized void left(String number, String status, String why) {
        left++;
        if (unmapped.size() < MAX_NAMED) {
            unmapped.add(new MigrationReport.Unmapped(number, status, why));
        }
    }

    synchronized void moved(long number) {
        moved += number;
    }

    synchronized void tell() {
        progress.reached(moved, left);
    }

    synchronized MigrationReport report(boolean isComplete) {
        return new MigrationReport(orders, moved, left, unmapped, isComplete);
    }
}
