package dev.orderly.cli.replay;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Order;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Drives orders through their rows and counts. The rows come sorted by group and time, so that only the orders of one
 * group need to be in memory: mostly one.
 */
final class Conductor {

    private final Judge judge;
    private final SortedMap<String, Long> refused = new TreeMap<>();
    private final SortedMap<String, Long> statuses = new TreeMap<>();
    private final Map<String, Order> placed = new HashMap<>();
    private final Set<String> unplaced = new HashSet<>();
    private long orders;
    private long neverPlaced;
    private long events;
    private long accepted;
    private int group = -1;

    Conductor(Judge judge) {
        this.judge = judge;
    }

    /** Decides a row; all rows of a group must come together, each order's in their order. */
    RowResult decide(LogRow row) {
        int of = LogRowFormat.group(row.order());
        if (of != group) {
            leaveGroup();
            group = of;
        }
        events++;
        Order before = placed.get(row.order());
        Decision decision = judge.decide(row, before);
        String from = before == null ? "" : before.status();
        if (decision instanceof Accepted done) {
            accepted++;
            placed.put(row.order(), done.order());
            return outcome(row, from, done.order().status(), "");
        }
        if (before == null) {
            unplaced.add(row.order());
        }
        Rejected rejection = (Rejected) decision;
        refused.merge(rejection.code(), 1L, Long::sum);
        return outcome(row, from, from, codes(rejection));
    }

    /** The figures; no more rows may come. */
    Summary summary() {
        leaveGroup();
        return new Summary(orders, events, accepted, refused, statuses, neverPlaced);
    }

    private void leaveGroup() {
        for (Order order : placed.values()) {
            orders++;
            statuses.merge(order.status(), 1L, Long::sum);
        }
        if (!unplaced.isEmpty()) {
            unplaced.removeAll(placed.keySet());
            neverPlaced += unplaced.size();
            unplaced.clear();
        }
        placed.clear();
        judge.leaveGroup();
    }

    private static RowResult outcome(LogRow row, String from, String to, String reasons) {
        return new RowResult(row.number(), row.order(), row.event(), row.at(), from, to, reasons);
    }

    private static String codes(Rejected rejection) {
        return rejection.reasons().stream().map(Reason::code).distinct().collect(Collectors.joining(" "));
    }
}
