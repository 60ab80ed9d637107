package dev.orderly.workflow;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The deadline of an event, as something to count back from.
 *
 * @param event an event that fires by itself
 * @param limit when it fires, as the workflow says where this stands; null before a workflow is built, and where the workflow says
 *     none or several, which the checker reports
 */
public record DeadlineReference(String event, @Nullable TimeLimit limit) {

    /**
     * When an event fires by itself in a status, each time that there is once, in the order of the transitions.
     *
     * @param status the status in which an order waits
     * @param transitions all transitions of the workflow
     */
    public Stream<TimeLimit> limitsIn(String status, List<Transition> transitions) {
        return transitions.stream()
                .filter(t -> t.event().equals(event) && t.from().contains(status))
                .map(Transition::after)
                .filter(Objects::nonNull)
                .distinct();
    }

    /**
     * The same with the one limit that holds in all these statuses, if there is one that counts forward; what is known stays where
     * the event has no transition, as in a part of a workflow that is looked at by itself.
     */
    DeadlineReference resolved(List<String> statuses, List<Transition> transitions) {
        if (transitions.stream().noneMatch(t -> t.event().equals(event))) {
            return this;
        }
        List<List<TimeLimit>> all = statuses.stream()
                .map(status -> limitsIn(status, transitions).toList())
                .distinct()
                .toList();
        boolean one =
                all.size() == 1 && all.get(0).size() == 1 && all.get(0).get(0).before() == null;
        return new DeadlineReference(event, one ? all.get(0).get(0) : null);
    }
}
