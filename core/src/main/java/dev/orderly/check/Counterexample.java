package dev.orderly.check;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.StringJoiner;

/** The path by which an order reached a state: the events, each with the data that it set and where units then are. */
final class Counterexample {

    private final StateSpace space;
    private final Domains domains;
    private final ItemIndex items;

    Counterexample(Analysis analysis) {
        this.space = analysis.space();
        this.domains = analysis.domains;
        this.items = analysis.items;
    }

    /** A shortest path to a state, such as {@code place (payment = prepaid) → pay}. */
    String to(int state) {
        int[] arrival = new int[space.states()];
        Arrays.fill(arrival, -1);
        for (int step = space.steps() - 1; step >= 0; step--) {
            arrival[space.to(step)] = step;
        }
        Deque<Integer> path = new ArrayDeque<>();
        for (int at = state; at != 0; at = space.from(arrival[at])) {
            path.addFirst(arrival[at]);
        }
        return describe(path);
    }

    /** The events of steps that follow each other. */
    String describe(Iterable<Integer> path) {
        StringJoiner events = new StringJoiner(" → ");
        for (int step : path) {
            events.add(space.by(step).transition.event() + brought(step));
        }
        return events.toString();
    }

    private String brought(int step) {
        StringJoiner changes = new StringJoiner(", ", " (", ")").setEmptyValue("");
        for (int field = 0; field < domains.size(); field++) {
            int value = space.value(space.to(step), field);
            if (value != space.value(space.from(step), field)) {
                changes.add(domains.get(field).show(value));
            }
        }
        int units = space.items(space.to(step));
        if (units != space.items(space.from(step))) {
            changes.add("units: " + String.join(" and ", items.names(units)));
        }
        return changes.toString();
    }
}
