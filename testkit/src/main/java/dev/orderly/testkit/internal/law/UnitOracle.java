package dev.orderly.testkit.internal.law;

import dev.orderly.decision.LineQuantity;
import dev.orderly.order.Line;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.Transition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where the units of an order are after a transition, read off its definition alone. Each unit is a thing of its own here, so that
 * none can be lost or doubled by reckoning.
 */
final class UnitOracle {

    /**
     * One unit.
     *
     * @param line the id of its line
     * @param status the item status that it is in
     */
    private record Unit(String line, String status) {}

    private UnitOracle() {}

    /** The units of each line by item status after a transition; empty if it cannot move what is asked for. */
    static Optional<Map<String, Map<String, Integer>>> after(
            Transition transition, OrderView order, List<LineQuantity> named) {
        List<Unit> units = units(order);
        ItemMove move = transition.itemMove();
        if (move == null) {
            return named.isEmpty() && meets(transition, units) ? Optional.of(counted(units)) : Optional.empty();
        }
        Set<Integer> moving = new HashSet<>();
        Set<Object> seen = new HashSet<>();
        for (LineQuantity some : named.isEmpty() ? everything(order) : named) {
            List<String> from = some.from() == null ? move.from() : List.of(Objects.requireNonNull(some.from()));
            boolean isKnown =
                    order.items().lines().contains(some.line()) && move.from().containsAll(from);
            boolean isNew = seen.add(List.of(some.line(), String.valueOf(some.from())));
            int moved = isKnown ? take(units, some, from, moving) : 0;
            boolean isEnough = named.isEmpty() || moved == some.quantity();
            if (!isKnown || !isNew || some.quantity() < 1 || !isEnough) {
                return Optional.empty();
            }
        }
        moving.forEach(unit -> units.set(unit, new Unit(units.get(unit).line(), move.to())));
        return !moving.isEmpty() && meets(transition, units) ? Optional.of(counted(units)) : Optional.empty();
    }

    /** Marks units of a line, those in the first item status first; how many there were. */
    private static int take(List<Unit> units, LineQuantity some, List<String> from, Set<Integer> moving) {
        int left = some.quantity();
        for (String status : from) {
            for (int i = 0; i < units.size() && left > 0; i++) {
                if (units.get(i).equals(new Unit(some.line(), status)) && moving.add(i)) {
                    left--;
                }
            }
        }
        return some.quantity() - Math.max(left, 0);
    }

    private static List<LineQuantity> everything(OrderView order) {
        return order.items().lines().stream()
                .map(line -> LineQuantity.of(line, Integer.MAX_VALUE))
                .toList();
    }

    /** The lines of which a transition moves units; all lines where it moves none. */
    static List<Line> lines(Transition transition, OrderView order, List<LineQuantity> named) {
        ItemMove move = transition.itemMove();
        if (move == null) {
            return order.lines();
        }
        Set<String> moving = new HashSet<>();
        for (String line : order.items().lines()) {
            boolean isNamed = named.isEmpty()
                    || named.stream().anyMatch(some -> some.line().equals(line));
            if (isNamed && !Collections.disjoint(order.items().of(line).keySet(), move.from())) {
                moving.add(line);
            }
        }
        return order.lines().stream().filter(line -> moving.contains(line.id())).toList();
    }

    /** The units of each line by item status as they are. */
    static Map<String, Map<String, Integer>> counted(OrderView order) {
        return counted(units(order));
    }

    private static List<Unit> units(OrderView order) {
        List<Unit> units = new ArrayList<>();
        for (String line : order.items().lines()) {
            order.items()
                    .of(line)
                    .forEach((status, count) -> units.addAll(Collections.nCopies(count, new Unit(line, status))));
        }
        return units;
    }

    private static boolean meets(Transition transition, List<Unit> units) {
        for (ItemCondition test : transition.whenItems()) {
            long in = units.stream()
                    .filter(unit -> test.statuses().contains(unit.status()))
                    .count();
            boolean holds = switch (test.quantifier()) {
                case ALL -> in == units.size();
                case SOME -> in > 0;
                case NONE -> in == 0;
            };
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, Map<String, Integer>> counted(List<Unit> units) {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Unit unit : units) {
            counts.computeIfAbsent(unit.line(), line -> new TreeMap<>()).merge(unit.status(), 1, Integer::sum);
        }
        return counts;
    }
}
