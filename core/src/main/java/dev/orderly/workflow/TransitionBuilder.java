package dev.orderly.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a transition.
 *
 * @param <S> how statuses are named: {@link String} or an enum
 */
public final class TransitionBuilder<S> {

    private final String event;
    private final Naming<S> naming;
    private final List<String> from = new ArrayList<>();
    private @Nullable String to;
    private final List<String> by = new ArrayList<>();
    private final List<FieldCondition> when = new ArrayList<>();
    private final List<String> needs = new ArrayList<>();
    private final List<String> has = new ArrayList<>();
    private final List<String> takes = new ArrayList<>();
    private final List<String> checklist = new ArrayList<>();
    private @Nullable TimeLimit within;
    private @Nullable TimeLimit notBefore;
    private boolean once;
    private boolean linesAvailable;
    private boolean noOpenCase;
    private final List<String> guards = new ArrayList<>();
    private @Nullable TimeLimit after;
    private final List<NotificationRule> notices = new ArrayList<>();

    TransitionBuilder(String event, Naming<S> naming) {
        this.event = event;
        this.naming = naming;
    }

    /** Where the event may happen; left out, the transition starts an order. */
    @SafeVarargs
    public final TransitionBuilder<S> from(S... statuses) {
        for (S status : statuses) {
            from.add(naming.nameOf(status));
        }
        return this;
    }

    /** Where the event leads; left out, it is a data move, which keeps the status. */
    public TransitionBuilder<S> to(S status) {
        to = naming.nameOf(status);
        return this;
    }

    /** Who may fire it; left out, every role may. */
    public TransitionBuilder<S> by(String... roles) {
        by.addAll(List.of(roles));
        return this;
    }

    /** A field must have one of these values. */
    public TransitionBuilder<S> when(String field, Object... values) {
        return when(FieldCondition.is(field, values));
    }

    /** A field must meet a condition. */
    public TransitionBuilder<S> when(FieldCondition test) {
        when.add(test);
        return this;
    }

    /** Fields that the request itself must give. */
    public TransitionBuilder<S> needs(String... fields) {
        needs.addAll(List.of(fields));
        return this;
    }

    /** Fields that the order must have, given earlier or by the request. */
    public TransitionBuilder<S> has(String... fields) {
        has.addAll(List.of(fields));
        return this;
    }

    /** Fields that the request may give. */
    public TransitionBuilder<S> takes(String... fields) {
        takes.addAll(List.of(fields));
        return this;
    }

    /** Yes-no fields that the actor is asked to tick. */
    public TransitionBuilder<S> checklist(String... fields) {
        checklist.addAll(List.of(fields));
        return this;
    }

    /** The event is refused once this time is over. */
    public TransitionBuilder<S> within(TimeLimit limit) {
        within = limit;
        return this;
    }

    /** The event is refused until this time. */
    public TransitionBuilder<S> notBefore(TimeLimit limit) {
        notBefore = limit;
        return this;
    }

    /** The event is refused if it has happened to the order before. */
    public TransitionBuilder<S> once() {
        once = true;
        return this;
    }

    /** Every line of the order must be available on that day. */
    public TransitionBuilder<S> linesAvailable() {
        linesAvailable = true;
        return this;
    }

    /** The order must have no open case. */
    public TransitionBuilder<S> noOpenCase() {
        noOpenCase = true;
        return this;
    }

    /** Conditions in code, which are given to the engine by these names. */
    public TransitionBuilder<S> guard(String... names) {
        guards.addAll(List.of(names));
        return this;
    }

    /** The event fires by itself at this time, and is refused before; unless said, only {@code system} may. */
    public TransitionBuilder<S> after(TimeLimit limit) {
        after = limit;
        return this;
    }

    /** Tells these roles by mail. */
    public TransitionBuilder<S> notifying(String... roles) {
        for (String role : roles) {
            notices.add(new NotificationRule(role, NotificationRule.MAIL, false));
        }
        return this;
    }

    /** Tells somebody in some way. */
    public TransitionBuilder<S> notifying(NotificationRule notice) {
        notices.add(notice);
        return this;
    }

    Transition build() {
        List<String> roles = by.isEmpty() && after != null ? List.of(Workflow.SYSTEM) : by;
        return new Transition(
                event,
                from,
                to,
                roles,
                when,
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
                notices);
    }
}
