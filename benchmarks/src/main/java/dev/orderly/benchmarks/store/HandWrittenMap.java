package dev.orderly.benchmarks.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Orders as a programmer would keep them in memory: a map of statuses and entries, changed by one caller at a time. */
final class HandWrittenMap implements Mover {

    static final String NAME = "by hand, a map";

    private final ConcurrentMap<String, Kept> orders = new ConcurrentHashMap<>();

    private record Entry(FlowStep step, String from, String to, Instant at) {}

    private record Kept(String status, List<Entry> entries) {

        Kept after(FlowStep step) {
            String to = Flow.target(status, step);
            List<Entry> all = new ArrayList<>(entries.size() + 1);
            all.addAll(entries);
            all.add(new Entry(step, status, to, Instant.now()));
            return new Kept(to, all);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void place(String number) {
        if (orders.putIfAbsent(number, new Kept("", List.of()).after(FlowStep.PLACE)) != null) {
            throw new IllegalStateException("there is an order " + number + " already");
        }
    }

    @Override
    public void step(String number, FlowStep step) {
        if (orders.computeIfPresent(number, (n, order) -> order.after(step)) == null) {
            throw new IllegalStateException("there is no order " + number);
        }
    }
}
