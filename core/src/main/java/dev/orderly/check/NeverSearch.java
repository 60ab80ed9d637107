package dev.orderly.check;

import dev.orderly.workflow.NeverRule;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Searches all states for a violation of one never rule, with the set of the rule's events that have happened. */
final class NeverSearch {

    private static final int FULFILLED = 1;
    private static final int SPOILED = 2;
    private static final int MEMORIES = 4;

    private final StateSpace space;
    private final NeverRule rule;
    private final int reach;
    private final long[] meeting;
    private final ItemEffect items;
    private final Set<String> without;
    private final Set<String> after;
    private final int[] arrival;
    private final int[] cameFrom;

    NeverSearch(Analysis analysis, DefinedNames names, NeverRule rule) {
        this.space = analysis.space();
        this.rule = rule;
        this.reach = analysis.statusIndex.of(rule.reach());
        this.meeting = analysis.domains.meeting(rule.whenFields());
        this.items = new ItemEffect(analysis.items, null, rule.whenItems());
        this.without = meant(rule.without(), names);
        this.after = meant(rule.after(), names);
        this.arrival = new int[space.states() * MEMORIES];
        this.cameFrom = new int[arrival.length];
        Arrays.fill(arrival, -1);
    }

    private static Set<String> meant(List<String> events, DefinedNames names) {
        Set<String> meant = new HashSet<>();
        for (String event : events) {
            @Nullable String known = names.meant(DefinedNames.Kind.EVENT, event);
            if (known != null) {
                meant.add(known);
            }
        }
        return meant;
    }

    /** The steps of a shortest path that violates the rule; empty if it holds. */
    List<Integer> shortestBreach() {
        Deque<Integer> waiting = new ArrayDeque<>();
        waiting.add(0);
        while (!waiting.isEmpty()) {
            int node = waiting.remove();
            if (isBreach(node)) {
                return pathTo(node);
            }
            int state = node / MEMORIES;
            for (int step = space.firstStep(state); step < space.firstStep(state + 1); step++) {
                int next = space.to(step) * MEMORIES + (node % MEMORIES | memory(step));
                if (arrival[next] < 0) {
                    arrival[next] = step;
                    cameFrom[next] = node;
                    waiting.add(next);
                }
            }
        }
        return List.of();
    }

    private int memory(int step) {
        String event = space.by(step).transition.event();
        return (without.contains(event) ? FULFILLED : 0) | (after.contains(event) ? SPOILED : 0);
    }

    private boolean isBreach(int node) {
        int state = node / MEMORIES;
        if (space.position(state) != reach) {
            return false;
        }
        for (int field = 0; field < meeting.length; field++) {
            if ((meeting[field] & 1L << space.value(state, field)) == 0) {
                return false;
            }
        }
        if (!items.holds(space.items(state))) {
            return false;
        }
        boolean unconditional = rule.without().isEmpty() && rule.after().isEmpty();
        boolean lacking = !rule.without().isEmpty() && (node & FULFILLED) == 0;
        boolean spoiled = (node & SPOILED) != 0;
        return unconditional || lacking || spoiled;
    }

    private List<Integer> pathTo(int node) {
        Deque<Integer> path = new ArrayDeque<>();
        for (int at = node; at != 0; at = cameFrom[at]) {
            path.addFirst(arrival[at]);
        }
        return List.copyOf(path);
    }
}
