package dev.orderly.workflow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way for orders to move: an event, where it may happen, where it leads, and on which conditions.
 *
 * @param event the event's name
 * @param from the statuses in which it may happen; empty for the start of an order
 * @param to the status that it leads to; null for a data move, which keeps the status
 * @param by the roles that may fire it; empty for every role
 * @param when conditions on fields; where several transitions share a status and an event, they choose among them
 * @param needs fields that the request itself must give
 * @param has fields that the order must have, given earlier or by the request
 * @param takes fields that the request may give
 * @param checklist yes-no fields that the actor is asked to tick; unticked ones do not refuse the event
 * @param within the event is refused once this time is over
 * @param notBefore the event is refused until this time
 * @param once the event is refused if it has happened to the order before
 * @param linesAvailable every line of the order must be available on that day
 * @param noOpenCase the order must have no open case
 * @param guards names of conditions in code
 * @param after the event fires by itself, as role {@code system}, at this time, and is refused before
 * @param notifications whom to tell
 */
public record Transition(
        String event,
        List<String> from,
        @Nullable String to,
        List<String> by,
        List<FieldCondition> when,
        List<String> needs,
        List<String> has,
        List<String> takes,
        List<String> checklist,
        @Nullable TimeLimit within,
        @Nullable TimeLimit notBefore,
        boolean once,
        boolean linesAvailable,
        boolean noOpenCase,
        List<String> guards,
        @Nullable TimeLimit after,
        List<NotificationRule> notifications) {

    public Transition {
        Name.require("event", event);
        from = List.copyOf(from);
        by = List.copyOf(by);
        when = List.copyOf(when);
        needs = List.copyOf(needs);
        has = List.copyOf(has);
        takes = List.copyOf(takes);
        checklist = List.copyOf(checklist);
        guards = List.copyOf(guards);
        notifications = List.copyOf(notifications);
        if (from.isEmpty() && to == null) {
            throw new IllegalArgumentException("the transition \"" + event
                    + "\" has neither \"from\" nor \"to\": a start needs \"to\", a data move needs \"from\"");
        }
    }

    /** Tells whether this transition starts an order. */
    public boolean isInitial() {
        return from.isEmpty();
    }

    /** The status that this transition leads to from a status that it may happen in. */
    public String target(String status) {
        return to == null ? status : to;
    }

    /** Tells whether a role may fire this transition. */
    public boolean allows(String role) {
        return by.isEmpty() || by.contains(role);
    }

    /**
     * The fields that a request may set or change with this transition. Fields that {@link #when} names and that have
     * no value yet may be given as well.
     */
    public Set<String> writable() {
        Set<String> fields = new LinkedHashSet<>();
        Stream.of(needs, has, takes, checklist).forEach(fields::addAll);
        return fields;
    }

    Transition withWhen(List<FieldCondition> tests) {
        return new Transition(
                event,
                from,
                to,
                by,
                tests,
                needs,
                has,
                takes,
                checklist,
                within,
                notBefore,
                once,
                linesAvailable,
                noOpenCase,
                guards,
                after,
                notifications);
    }

    @Override
    public String toString() {
        return event + ": " + (from.isEmpty() ? "start" : String.join(", ", from)) + " → "
                + (to == null ? "same status" : to);
    }
}
