package dev.orderly.check;

import dev.orderly.workflow.Field;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every request in every state of an order with real data, through a workflow whose fields are choices: what the checker says of
 * masks and bits is held to it.
 */
final class EveryWalk {

    /** An order; before its start without a status. */
    private record Place(@Nullable String status, Map<String, Object> data) {}

    private final Workflow workflow;
    private final List<Map<String, Object>> requests;
    private final Set<Place> reached = new HashSet<>();
    private final Map<Place, Set<Place>> before = new HashMap<>();

    EveryWalk(Workflow workflow) {
        this.workflow = workflow;
        this.requests = requests(workflow.fields());
        Place start = new Place(null, Map.of());
        Deque<Place> waiting = new ArrayDeque<>(List.of(start));
        while (!waiting.isEmpty()) {
            Place place = waiting.remove();
            if (reached.add(place)) {
                for (Place next : next(place)) {
                    before.computeIfAbsent(next, p -> new HashSet<>()).add(place);
                    waiting.add(next);
                }
            }
        }
        reached.remove(start);
    }

    private static List<Map<String, Object>> requests(List<Field> fields) {
        List<Map<String, Object>> all = new ArrayList<>(List.of(Map.of()));
        for (Field field : fields) {
            for (Map<String, Object> request : List.copyOf(all)) {
                for (String word : field.choices()) {
                    Map<String, Object> more = new TreeMap<>(request);
                    more.put(field.name(), word);
                    all.add(more);
                }
            }
        }
        return all;
    }

    /**
     * The statuses, as places of problems, in which an order can be that can still reach an end but no success, although it has
     * only just been placed or others there can succeed.
     */
    Set<String> lost() {
        Set<Place> succeeding =
                leadingTo(place -> status(place).done() && status(place).outcome() == Outcome.SUCCESS);
        Set<String> hopeful = new HashSet<>();
        succeeding.forEach(place -> hopeful.add(place.status()));
        Set<String> lost = new HashSet<>();
        for (Place place : leadingTo(place -> status(place).done())) {
            boolean undecided = hopeful.contains(place.status())
                    || before.getOrDefault(place, Set.of()).contains(new Place(null, Map.of()));
            if (!succeeding.contains(place) && !status(place).done() && undecided) {
                lost.add("statuses/" + place.status());
            }
        }
        return lost;
    }

    private Status status(Place place) {
        return workflow.status(String.valueOf(place.status())).orElseThrow();
    }

    private Set<Place> leadingTo(Predicate<Place> ends) {
        Deque<Place> waiting = new ArrayDeque<>();
        reached.stream().filter(ends).forEach(waiting::add);
        Set<Place> leading = new HashSet<>();
        while (!waiting.isEmpty()) {
            Place place = waiting.remove();
            if (place.status() != null && leading.add(place)) {
                waiting.addAll(before.getOrDefault(place, Set.of()));
            }
        }
        return leading;
    }

    private Set<Place> next(Place place) {
        Set<Place> next = new HashSet<>();
        for (String role : workflow.roles()) {
            for (Map<String, Object> given : requests) {
                for (String event : workflow.eventNames()) {
                    next(place, event, role, given, next);
                }
            }
        }
        return next;
    }

    /** The first alternative that fits, and those after it as long as a guard or the time may refuse. */
    private void next(Place place, String event, String role, Map<String, Object> given, Set<Place> next) {
        for (Transition transition : workflow.transitions()) {
            boolean here = place.status() == null
                    ? transition.isInitial()
                    : transition.from().contains(place.status());
            boolean asked = here && transition.event().equals(event) && transition.allows(role);
            if (asked && Walker.fits(transition, role, place.data(), given)) {
                Map<String, Object> after = new TreeMap<>(place.data());
                after.putAll(given);
                next.add(new Place(transition.target(String.valueOf(place.status())), after));
                if (transition.guards().isEmpty() && transition.after() == null) {
                    return;
                }
            }
        }
    }
}
