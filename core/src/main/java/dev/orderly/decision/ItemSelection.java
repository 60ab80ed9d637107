package dev.orderly.decision;

import dev.orderly.order.OrderView;
import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemCondition.Quantifier;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.MovedItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The units that a request moves by one transition.
 *
 * @param moves the moves; where something is wrong, those of the rest
 * @param wrong what is wrong with what the request names
 */
record ItemSelection(List<MovedItems> moves, List<Reason> wrong) {

    /** Nothing named means all that can move. */
    static ItemSelection of(ItemMove move, OrderView order, List<LineQuantity> named) {
        return named.isEmpty()
                ? new ItemSelection(move.all(order.items()), List.of())
                : new Reading(move, order).read(named);
    }

    /** Reads what a request names, line by line. */
    private static final class Reading {

        private final ItemMove move;
        private final OrderView order;
        private final List<MovedItems> moves = new ArrayList<>();
        private final List<Reason> wrong = new ArrayList<>();
        private final Set<LineQuantity> seen = new HashSet<>();
        private final Map<String, Map<String, Integer>> left = new HashMap<>();
        private final Map<String, String> titles = new HashMap<>();

        Reading(ItemMove move, OrderView order) {
            this.move = move;
            this.order = order;
        }

        ItemSelection read(List<LineQuantity> named) {
            named.forEach(this::read);
            return new ItemSelection(List.copyOf(moves), List.copyOf(wrong));
        }

        private void read(LineQuantity named) {
            String from = named.from();
            if (!order.items().lines().contains(named.line())) {
                wrong.add(Reason.of(Reason.UNKNOWN_LINE).with("line", named.line()));
            } else if (from != null && !move.from().contains(from)) {
                wrong.add(invalid("line " + named.line() + ": this event takes no units from \"" + from
                        + "\", only from " + String.join(", ", move.from())));
            } else if (!seen.add(new LineQuantity(named.line(), 0, from))) {
                wrong.add(invalid("line " + named.line() + " is named twice: add its quantities up"));
            } else if (named.quantity() < 1) {
                wrong.add(invalid(
                        "the quantity of line " + named.line() + " must be at least 1, but is " + named.quantity()));
            } else {
                take(named, from == null ? move.from() : List.of(from));
            }
        }

        private void take(LineQuantity named, List<String> from) {
            Map<String, Integer> units = left.computeIfAbsent(
                    named.line(), line -> new HashMap<>(order.items().of(line)));
            int available = 0;
            for (String status : from) {
                available += units.getOrDefault(status, 0);
            }
            if (available < named.quantity()) {
                wrong.add(Reason.of(Reason.NOT_SO_MANY)
                        .with("line", named.line())
                        .with("title", title(named.line()))
                        .with("asked", named.quantity())
                        .with("available", available));
                return;
            }
            int asked = named.quantity();
            for (String status : from) {
                int taken = Math.min(asked, units.getOrDefault(status, 0));
                if (taken > 0) {
                    moves.add(new MovedItems(named.line(), status, move.to(), taken));
                    units.merge(status, -taken, Integer::sum);
                    asked -= taken;
                }
            }
        }

        private String title(String line) {
            if (titles.isEmpty()) {
                order.lines().forEach(ordered -> titles.put(ordered.id(), ordered.title()));
            }
            return titles.getOrDefault(line, line);
        }

        private static Reason invalid(String problem) {
            return Reason.of(Reason.DATA_INVALID).with("field", "items").with("problem", problem);
        }
    }

    /**
     * Whether units can be named, at least one, such that conditions are met once they have moved.
     *
     * @param lines whether units of a line can be named
     */
    static boolean canMeet(List<ItemCondition> tests, ItemMove move, ItemCounts counts, Predicate<String> lines) {
        Map<String, Integer> movable = new TreeMap<>();
        Set<String> staying = new TreeSet<>(Set.of(move.to()));
        for (String line : counts.lines()) {
            counts.of(line).forEach((status, count) -> {
                if (lines.test(line) && move.from().contains(status)) {
                    movable.merge(status, count, Math::addExact);
                } else {
                    staying.add(status);
                }
            });
        }
        if (movable.isEmpty() || !admits(tests, staying)) {
            return false;
        }
        Set<String> kept = new TreeSet<>(movable.keySet());
        kept.removeIf(status -> !admits(tests, Set.of(status)));
        Set<String> all = new TreeSet<>(staying);
        all.addAll(kept);
        if (kept.size() < movable.size() || movable.values().stream().anyMatch(count -> count > 1)) {
            return has(tests, all);
        }
        for (String emptied : kept) {
            Set<String> rest = new TreeSet<>(kept);
            rest.remove(emptied);
            rest.addAll(staying);
            if (has(tests, rest)) {
                return true;
            }
        }
        return false;
    }

    /** Whether no condition keeps units out of these item statuses. */
    private static boolean admits(List<ItemCondition> tests, Set<String> statuses) {
        return tests.stream().allMatch(test -> test.quantifier() == Quantifier.SOME || test.holds(statuses));
    }

    /** Whether these item statuses are enough for the conditions that want some units in one. */
    private static boolean has(List<ItemCondition> tests, Set<String> statuses) {
        return tests.stream().allMatch(test -> test.quantifier() != Quantifier.SOME || test.holds(statuses));
    }
}
