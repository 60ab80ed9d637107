package dev.orderly.statemachine;

import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Reason;
import dev.orderly.order.Line;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one transition does with the units of an order, and its conditions on where they are afterwards. */
final class UnitConditions {

    private final Transition transition;
    private final @Nullable ItemMove move;

    UnitConditions(Transition transition) {
        this.transition = transition;
        this.move = transition.itemMove();
    }

    /** Whether units are where they must be, once those that the request names have moved. */
    boolean fit(RequestFacts facts) {
        Taking taking = take(facts);
        return transition.whenItems().stream().allMatch(test -> test.holds(taking.occupied()));
    }

    /** What is wrong with the units that the request names. */
    List<Reason> invalid(RequestFacts facts) {
        if (move == null) {
            return facts.request().items().isEmpty()
                    ? List.of()
                    : List.of(Reasons.of(Reason.DATA_INVALID)
                            .with("event", transition.event())
                            .with("kind", "no-items")
                            .with("field", "items"));
        }
        return take(facts).wrong;
    }

    /** What speaks against where units are. */
    List<Reason> unmet(RequestFacts facts) {
        Taking taking = take(facts);
        List<Reason> reasons = new ArrayList<>();
        if (move != null && taking.moves.isEmpty() && taking.wrong.isEmpty()) {
            reasons.add(Reasons.of(Reason.NOT_SO_MANY).with("kind", "none").with("event", transition.event()));
        }
        for (ItemCondition test : transition.whenItems()) {
            if (!test.holds(taking.occupied())) {
                boolean outside = test.quantifier() == ItemCondition.Quantifier.ALL;
                List<String> found = taking.occupied().stream()
                        .filter(status -> test.statuses().contains(status) != outside)
                        .toList();
                reasons.add(Reasons.of(Reason.ITEMS_NOT_SO)
                        .with("kind", test.quantifier().code())
                        .with("statuses", test.statuses())
                        .with("found", found));
            }
        }
        return reasons;
    }

    /** The lines of which units move; all lines where the transition moves none. */
    List<Line> lines(RequestFacts facts) {
        List<Line> lines = facts.order().lines();
        if (move == null) {
            return lines;
        }
        Set<String> moving = new HashSet<>();
        take(facts).moves.forEach(moved -> moving.add(moved.line()));
        return lines.stream().filter(line -> moving.contains(line.id())).toList();
    }

    /** The units that the transition moves. */
    List<MovedItems> moves(RequestFacts facts) {
        return List.copyOf(take(facts).moves);
    }

    private Taking take(RequestFacts facts) {
        Taking taking = new Taking(facts);
        if (move != null && facts.request().items().isEmpty()) {
            for (String line : List.copyOf(taking.counts.keySet())) {
                taking.take(line, move.from(), Integer.MAX_VALUE);
            }
        } else if (move != null) {
            facts.request().items().forEach(taking::take);
        }
        return taking;
    }

    /** Takes units one after the other out of the counts of an order. */
    private final class Taking {

        final Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        final List<MovedItems> moves = new ArrayList<>();
        final List<Reason> wrong = new ArrayList<>();
        private final Set<LineQuantity> seen = new HashSet<>();
        private final List<Line> lines;

        Taking(RequestFacts facts) {
            lines = facts.order().lines();
            facts.order()
                    .items()
                    .lines()
                    .forEach(line ->
                            counts.put(line, new TreeMap<>(facts.order().items().of(line))));
        }

        Set<String> occupied() {
            Set<String> occupied = new TreeSet<>();
            counts.values().forEach(units -> occupied.addAll(units.keySet()));
            return occupied;
        }

        void take(LineQuantity named) {
            ItemMove way = Objects.requireNonNull(move);
            List<String> from = named.from() == null ? way.from() : List.of(named.from());
            String line = named.line();
            if (!counts.containsKey(line)) {
                wrong.add(Reasons.of(Reason.UNKNOWN_LINE).with("line", line));
            } else if (!way.from().containsAll(from)) {
                wrong(line + ": this event takes no units from \"" + named.from() + "\", only from "
                        + String.join(", ", way.from()));
            } else if (!seen.add(new LineQuantity(line, 0, named.from()))) {
                wrong(line + " is named twice: add its quantities up");
            } else if (named.quantity() < 1) {
                wrong.add(invalid("the quantity of line " + line + " must be at least 1, but is " + named.quantity()));
            } else {
                int there = from.stream()
                        .mapToInt(status -> units(line).getOrDefault(status, 0))
                        .sum();
                if (there < named.quantity()) {
                    wrong.add(Reasons.of(Reason.NOT_SO_MANY)
                            .with("line", line)
                            .with("title", title(line))
                            .with("asked", named.quantity())
                            .with("available", there));
                } else {
                    take(line, from, named.quantity());
                }
            }
        }

        private void wrong(String problem) {
            wrong.add(invalid("line " + problem));
        }

        private static Reason invalid(String problem) {
            return Reasons.of(Reason.DATA_INVALID).with("field", "items").with("problem", problem);
        }

        private String title(String line) {
            return lines.stream()
                    .filter(ordered -> ordered.id().equals(line))
                    .map(Line::title)
                    .findFirst()
                    .orElse(line);
        }

        void take(String line, List<String> from, int most) {
            ItemMove way = Objects.requireNonNull(move);
            int left = most;
            for (String status : from) {
                int taken = Math.min(left, units(line).getOrDefault(status, 0));
                if (taken > 0) {
                    left -= taken;
                    units(line).computeIfPresent(status, (s, there) -> there == taken ? null : there - taken);
                    units(line).merge(way.to(), taken, Integer::sum);
                    moves.add(new MovedItems(line, status, way.to(), taken));
                }
            }
        }

        private Map<String, Integer> units(String line) {
            return counts.computeIfAbsent(line, l -> new TreeMap<>());
        }
    }
}
