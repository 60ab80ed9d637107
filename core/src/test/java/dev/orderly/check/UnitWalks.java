package dev.orderly.check;

import dev.orderly.workflow.ItemCondition;
import dev.orderly.workflow.ItemMove;
import dev.orderly.workflow.Outcome;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every way of an order with so many units, counted one by one, through a workflow without fields: what the checker says of sets
 * of item statuses is held to it.
 */
final class UnitWalks {

    /** An order with its units counted. */
    record Place(String status, List<Integer> counts) {}

    /** The states that the order reaches. */
    final Set<Place> reached = new HashSet<>();

    /** The transitions that it takes. */
    final Set<Transition> taken = new HashSet<>();

    private final Workflow workflow;
    private final List<String> names;
    private final Set<Place> started = new HashSet<>();
    private final Map<Place, Set<Place>> before = new HashMap<>();

    UnitWalks(Workflow workflow, int units) {
        this.workflow = workflow;
        this.names = Objects.requireNonNull(workflow.items()).statuses().stream()
                .map(Status::name)
                .toList();
        List<Integer> counts = new ArrayList<>();
        names.forEach(name -> counts.add(counts.isEmpty() ? units : 0));
        Deque<Place> waiting = new ArrayDeque<>();
        for (Transition start : workflow.transitions()) {
            if (start.isInitial()) {
                taken.add(start);
                started.add(new Place(Objects.requireNonNull(start.to()), List.copyOf(counts)));
            }
        }
        waiting.addAll(started);
        while (!waiting.isEmpty()) {
            Place place = waiting.remove();
            if (reached.add(place)) {
                for (Place next : next(place)) {
                    before.computeIfAbsent(next, p -> new HashSet<>()).add(place);
                    waiting.add(next);
                }
            }
        }
    }

    /** The states from which no path leads to one that is done with each of its units done. */
    Set<Place> stuck() {
        Set<Place> stuck = new HashSet<>(reached);
        stuck.removeAll(leadingTo(this::isFinished));
        return stuck;
    }

    /**
     * The states from which paths lead to an end but none to a success, although the order has only just been placed, or others
     * in its status whose units are in some of its item statuses can succeed.
     */
    Set<Place> lost() {
        Set<Place> succeeding =
                leadingTo(place -> isFinished(place) && status(place).outcome() == Outcome.SUCCESS);
        Set<Place> lost = leadingTo(this::isFinished);
        lost.removeAll(succeeding);
        lost.removeIf(this::isFinished);
        lost.removeIf(place -> status(place).done() && status(place).outcome() == Outcome.FAILURE);
        lost.removeIf(place -> !started.contains(place)
                && succeeding.stream()
                        .noneMatch(other -> other.status().equals(place.status())
                                && occupied(place).containsAll(occupied(other))));
        return lost;
    }

    private static Set<Integer> occupied(Place place) {
        Set<Integer> occupied = new HashSet<>();
        for (int i = 0; i < place.counts().size(); i++) {
            if (place.counts().get(i) > 0) {
                occupied.add(i);
            }
        }
        return occupied;
    }

    /** The states from which a path leads to one of these. */
    private Set<Place> leadingTo(Predicate<Place> ends) {
        Deque<Place> waiting = new ArrayDeque<>();
        reached.stream().filter(ends).forEach(waiting::add);
        Set<Place> leading = new HashSet<>();
        while (!waiting.isEmpty()) {
            Place place = waiting.remove();
            if (leading.add(place)) {
                waiting.addAll(before.getOrDefault(place, Set.of()));
            }
        }
        return leading;
    }

    private Status status(Place place) {
        return workflow.status(place.status()).orElseThrow();
    }

    private boolean isFinished(Place place) {
        boolean done = status(place).done();
        List<Status> statuses = Objects.requireNonNull(workflow.items()).statuses();
        for (int i = 0; i < statuses.size(); i++) {
            done &= place.counts().get(i) == 0 || statuses.get(i).done();
        }
        return done;
    }

    private List<Place> next(Place place) {
        List<Place> next = new ArrayList<>();
        for (String event : workflow.eventNames()) {
            Set<List<Integer>> moves = new HashSet<>();
            List<Transition> here = workflow.transitionsFrom(place.status()).stream()
                    .filter(t -> t.event().equals(event))
                    .toList();
            here.forEach(t -> moves.addAll(selections(t.itemMove(), place.counts())));
            moves.add(place.counts().stream().map(count -> 0).toList());
            for (List<Integer> moved : moves) {
                for (Transition transition : here) {
                    List<Integer> after = after(transition, place.counts(), moved);
                    if (after != null) {
                        taken.add(transition);
                        next.add(new Place(transition.target(place.status()), after));
                        break;
                    }
                }
            }
        }
        return next;
    }

    /** How many units can be named of each item status, at least one in all. */
    private List<List<Integer>> selections(@Nullable ItemMove move, List<Integer> counts) {
        List<List<Integer>> all = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < counts.size(); i++) {
            int most = move != null && move.from().contains(names.get(i)) ? counts.get(i) : 0;
            List<List<Integer>> more = new ArrayList<>();
            for (List<Integer> some : all) {
                for (int quantity = 0; quantity <= most; quantity++) {
                    List<Integer> longer = new ArrayList<>(some);
                    longer.add(quantity);
                    more.add(longer);
                }
            }
            all = more;
        }
        all.removeIf(some -> some.stream().allMatch(quantity -> quantity == 0));
        return all;
    }

    /** Where units are after these were named; with none named, all move that can. Null if it cannot be taken. */
    private @Nullable List<Integer> after(Transition transition, List<Integer> counts, List<Integer> named) {
        ItemMove move = transition.itemMove();
        boolean whole = named.stream().allMatch(quantity -> quantity == 0);
        List<Integer> after = new ArrayList<>(counts);
        int moved = 0;
        for (int i = 0; i < counts.size(); i++) {
            boolean movable = move != null && move.from().contains(names.get(i));
            int quantity = whole ? (movable ? counts.get(i) : 0) : named.get(i);
            if (quantity > 0 && !movable) {
                return null;
            }
            after.set(i, after.get(i) - quantity);
            moved += quantity;
        }
        if (move != null) {
            if (moved == 0) {
                return null;
            }
            int to = names.indexOf(move.to());
            after.set(to, after.get(to) + moved);
        }
        for (ItemCondition test : transition.whenItems()) {
            int in = 0;
            int out = 0;
            for (int i = 0; i < after.size(); i++) {
                if (test.statuses().contains(names.get(i))) {
                    in += after.get(i);
                } else {
                    out += after.get(i);
                }
            }
            boolean holds = switch (test.quantifier()) {
                case ALL -> out == 0;
                case SOME -> in > 0;
                case NONE -> in == 0;
            };
            if (!holds) {
                return null;
            }
        }
        return after;
    }
}
