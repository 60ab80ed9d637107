package dev.orderly.workflow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link Transition}. Not thread-safe.
 *
 * @param <S> how statuses are named: {@link String} or an enum
 */
public final class TransitionBuilder<S> {

    final String event;
    private final Naming<S> naming;
    final List<String> from = new ArrayList<>();

    @Nullable
    String to;

    final List<String> by = new ArrayList<>();
    final List<FieldCondition> whenField = new ArrayList<>();
    final List<String> needs = new ArrayList<>();
    final List<String> has = new ArrayList<>();
    final List<String> takes = new ArrayList<>();
    final List<String> checklist = new ArrayList<>();

    @Nullable
    TimeLimit within;

    @Nullable
    TimeLimit notBefore;

    boolean once;
    boolean linesAvailable;
    boolean noOpenCase;
    final List<String> guards = new ArrayList<>();

    @Nullable
    TimeLimit after;

    final List<NotificationRule> notifications = new ArrayList<>();

    TransitionBuilder(String event, Naming<S> naming) {
        this.event = event;
        this.naming = naming;
    }

    TransitionBuilder<S> copy(Transition other) {
        from.addAll(other.from());
        to = other.to();
        by.addAll(other.by());
        whenField.addAll(other.whenFields());
        needs.addAll(other.needs());
        has.addAll(other.has());
        takes.addAll(other.takes());
        checklist.addAll(other.checklist());
        within = other.within();
        notBefore = other.notBefore();
        once = other.once();
        linesAvailable = other.linesAvailable();
        noOpenCase = other.noOpenCase();
        guards.addAll(other.guards());
        after = other.after();
        notifications.addAll(other.notifications());
        return this;
    }

    TransitionBuilder<S> replaceWhen(List<FieldCondition> tests) {
        whenField.clear();
        whenField.addAll(tests);
        return this;
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
    public TransitionBuilder<S> to(@Nullable S status) {
        to = status == null ? null : naming.nameOf(status);
        return this;
    }

    /** Who may fire it; left out, every role may. */
    public TransitionBuilder<S> by(String... roles) {
        by.addAll(List.of(roles));
        return this;
    }

    /** A field must have one of these values. */
    public TransitionBuilder<S> whenField(String field, Object... values) {
        return whenField(FieldCondition.of(field, values));
    }

    /** Fields must meet conditions. */
    public TransitionBuilder<S> whenField(FieldCondition... conditions) {
        whenField.addAll(List.of(conditions));
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
    public TransitionBuilder<S> within(@Nullable TimeLimit limit) {
        within = limit;
        return this;
    }

    /** The event is refused until this time. */
    public TransitionBuilder<S> notBefore(@Nullable TimeLimit limit) {
        notBefore = limit;
        return this;
    }

    /** The event is refused if it has happened to the order before. */
    public TransitionBuilder<S> once() {
        return once(true);
    }

    /** Whether the event is refused if it has happened to the order before. */
    public TransitionBuilder<S> once(boolean applies) {
        once = applies;
        return this;
    }

    /** Every line of the order must be available on that day. */
    public TransitionBuilder<S> linesAvailable() {
        return linesAvailable(true);
    }

    /** Whether every line of the order must be available on that day. */
    public TransitionBuilder<S> linesAvailable(boolean applies) {
        linesAvailable = applies;
        return this;
    }

    /** The order must have no open case. */
    public TransitionBuilder<S> noOpenCase() {
        return noOpenCase(true);
    }

    /** Whether the order must have no open case. */
    public TransitionBuilder<S> noOpenCase(boolean applies) {
        noOpenCase = applies;
        return this;
    }

    /** Conditions in code, which are given to the engine by these names. */
    public TransitionBuilder<S> guard(String... names) {
        guards.addAll(List.of(names));
        return this;
    }

    /** The event fires by itself at this time, and is refused before; unless said, only {@code system} may. */
    public TransitionBuilder<S> after(@Nullable TimeLimit limit) {
        after = limit;
        return this;
    }

    /** Notifies these roles by mail. */
    public TransitionBuilder<S> notifying(String... roles) {
        for (String role : roles) {
            notifications.add(NotificationRule.of(role));
        }
        return this;
    }

    /** Notifies by these rules. */
    public TransitionBuilder<S> notifying(NotificationRule... rules) {
        notifications.addAll(List.of(rules));
        return this;
    }

    /**
     * The transition.
     *
     * @throws IllegalArgumentException if the event is no valid name, or there is neither a status to come from nor one
     *     to go to
     */
    public Transition build() {
        return new Transition(this);
    }
}
