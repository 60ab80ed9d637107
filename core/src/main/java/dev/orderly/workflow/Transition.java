package dev.orderly.workflow;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way for orders to move: an event, where it may happen, where it leads, and on which conditions. Immutable, compared
 * by content.
 */
public final class Transition {

    private final String event;
    private final List<String> from;
    private final @Nullable String to;
    private final List<String> by;
    private final List<Condition> conditions;
    private final List<FieldCondition> when;
    private final List<FieldComparison> comparisons;
    private final List<String> needs;
    private final List<String> has;
    private final List<String> takes;
    private final List<String> checklist;
    private final List<FieldChange> changes;
    private final List<ItemCondition> whenItems;
    private final List<FlowCondition> whenFlows;
    private final List<String> guards;
    private final @Nullable ItemMove itemMove;
    private final boolean parcel;
    private final @Nullable TimeLimit after;
    private final boolean automatic;
    private final List<NotificationRule> notifications;

    Transition(TransitionBuilder<?> parts) {
        event = Name.require("event", parts.event);
        from = List.copyOf(parts.from);
        to = parts.to;
        boolean firesByItself = parts.after != null || parts.automatic;
        by = parts.by.isEmpty() && firesByItself ? List.of(Workflow.SYSTEM) : List.copyOf(parts.by);
        conditions = parts.conditions.stream()
                .sorted(Comparator.comparing(Condition::kind))
                .toList();
        when = only(FieldCondition.class);
        comparisons = only(FieldComparison.class);
        needs = contents(Condition.Kind.NEEDS, String.class);
        has = contents(Condition.Kind.HAS, String.class);
        takes = List.copyOf(parts.takes);
        checklist = List.copyOf(parts.checklist);
        changes = parts.changes.stream()
                .sorted(Comparator.comparing(FieldChange::operation))
                .toList();
        whenItems = contents(Condition.Kind.WHEN_ITEMS, ItemCondition.class);
        whenFlows = contents(Condition.Kind.WHEN_FLOW, FlowCondition.class);
        guards = contents(Condition.Kind.GUARD, String.class);
        itemMove = parts.itemMove;
        parcel = parts.parcel;
        after = parts.after;
        automatic = parts.automatic;
        notifications = List.copyOf(parts.notifications);
        if (from.isEmpty() && to == null) {
            throw new IllegalArgumentException("the transition \"" + event
                    + "\" has neither \"from\" nor \"to\": a start needs \"to\", a data move needs \"from\"");
        }
    }

    private <T> List<T> contents(Condition.Kind kind, Class<T> type) {
        return conditions(kind).stream().map(Condition::content).map(type::cast).toList();
    }

    private <T extends Condition> List<T> only(Class<T> type) {
        return conditions.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Starts a transition by this event, whose statuses are plain names. */
    public static TransitionBuilder<String> builder(String event) {
        return new TransitionBuilder<>(event, Naming.plain());
    }

    /** Starts a transition that has everything this one has. */
    public TransitionBuilder<String> toBuilder() {
        return new TransitionBuilder<>(event, Naming.plain()).copy(this);
    }

    /** Whether this transition starts an order. */
    public boolean isInitial() {
        return from.isEmpty();
    }

    /** The status that this transition leads to from a status that it may happen in. */
    public String target(String status) {
        return to == null ? status : to;
    }

    /** Whether a role may fire this transition. */
    public boolean allows(String role) {
        return by.isEmpty() || by.contains(role);
    }

    /**
     * The fields that a request may set or change with this transition. Fields that {@link #whenFields} names and that have
     * no value yet may be given as well.
     */
    public Set<String> writable() {
        Set<String> fields = new LinkedHashSet<>();
        Stream.of(needs, has, takes, checklist).forEach(fields::addAll);
        return fields;
    }

    /** The fields whose values a step by this transition can change. */
    Set<String> touched() {
        Set<String> fields = writable();
        when.forEach(test -> fields.add(test.field()));
        comparisons.forEach(test -> fields.add(test.field()));
        fields.addAll(written());
        return fields;
    }

    /** The fields that the transition writes by itself, and that a request with it cannot give. */
    public Set<String> written() {
        Set<String> fields = new LinkedHashSet<>();
        changes.forEach(change -> fields.add(change.field()));
        return fields;
    }

    /**
     * The same, by another event.
     *
     * @throws IllegalArgumentException if the event is no valid name
     */
    public Transition withEvent(String name) {
        return new TransitionBuilder<>(name, Naming.plain()).copy(this).build();
    }

    /**
     * The same, from other statuses; empty for the start of an order.
     *
     * @throws IllegalArgumentException if there is none, and the transition leads to no status either
     */
    public Transition withFrom(List<String> statuses) {
        TransitionBuilder<String> parts = toBuilder();
        parts.from.clear();
        return parts.from(statuses.toArray(String[]::new)).build();
    }

    /**
     * The same, from any of these statuses: from each that is not done, to which it does not lead and that is not excepted.
     *
     * @throws IllegalArgumentException if an excepted status is none of these, or none is left
     */
    public Transition withFromAny(Collection<Status> statuses, Collection<String> except) {
        List<String> names = statuses.stream().map(Status::name).toList();
        for (String name : except) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException("the transition \"" + event + "\" excepts \"" + name
                        + "\", which is no status of this workflow: "
                        + Name.nearest(name, names)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse("correct it, or take it out"));
            }
        }
        List<String> any = statuses.stream()
                .filter(status -> !status.done())
                .map(Status::name)
                .filter(name -> !name.equals(to) && !except.contains(name))
                .toList();
        if (any.isEmpty()) {
            throw new IllegalArgumentException("\"any\" leaves the transition \"" + event
                    + "\" no status to come from: it means neither those that are done, nor those excepted"
                    + (to == null ? "" : ", nor \"" + to + "\", to which it leads"));
        }
        return withFrom(any);
    }

    /**
     * The same, to another status; null for a data move.
     *
     * @throws IllegalArgumentException if there is none, and the transition comes from no status either
     */
    public Transition withTo(@Nullable String status) {
        return toBuilder().to(status).build();
    }

    /** The same for other roles; empty for every role, and for what fires by itself the system. */
    public Transition withBy(List<String> roles) {
        TransitionBuilder<String> parts = toBuilder();
        parts.by.clear();
        return parts.by(roles.toArray(String[]::new)).build();
    }

    /** The same with other conditions in code. */
    public Transition withGuards(List<String> names) {
        TransitionBuilder<String> parts = toBuilder();
        return parts.replace(Condition.Kind.GUARD, List.of())
                .guard(names.toArray(String[]::new))
                .build();
    }

    /** The same with the constants of its conditions and changes as the declared fields read them. */
    Transition canonical(Map<String, Field> declared) {
        List<Condition> tests = conditions(Condition.Kind.WHEN).stream()
                .map(test -> test instanceof FieldCondition condition ? condition.canonical(declared) : test)
                .toList();
        List<FieldChange> read = changes.stream()
                .map(change -> {
                    Field field = declared.get(change.field());
                    return field == null ? change : change.canonical(field);
                })
                .toList();
        if (tests.equals(conditions(Condition.Kind.WHEN)) && read.equals(changes)) {
            return this;
        }
        TransitionBuilder<String> parts = toBuilder().replace(Condition.Kind.WHEN, tests);
        parts.changes.clear();
        return parts.change(read.toArray(FieldChange[]::new)).build();
    }

    @Override
    public String toString() {
        return event + ": " + (from.isEmpty() ? "start" : String.join(", ", from)) + " → "
                + (to == null ? "same status" : to);
    }

    /** The event's name. */
    public String event() {
        return event;
    }

    /** The statuses in which it may happen; empty for the start of an order. */
    public List<String> from() {
        return from;
    }

    /** The status that it leads to; null for a data move, which keeps the status. */
    public @Nullable String to() {
        return to;
    }

    /** The roles that may fire it; empty for every role. */
    public List<String> by() {
        return by;
    }

    /** Everything that it demands, in the order of the kinds; unmodifiable. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** The conditions of one kind. */
    public List<Condition> conditions(Condition.Kind kind) {
        return conditions.stream().filter(c -> c.kind() == kind).toList();
    }

    private boolean has(Condition.Kind kind) {
        return first(kind) != null;
    }

    private @Nullable TimeLimit limit(Condition.Kind kind) {
        Condition condition = first(kind);
        return condition == null ? null : (TimeLimit) condition.content();
    }

    private @Nullable Condition first(Condition.Kind kind) {
        for (Condition condition : conditions) {
            if (condition.kind() == kind) {
                return condition;
            }
        }
        return null;
    }

    /** Conditions on fields; where several transitions share a status and an event, they choose among them. */
    public List<FieldCondition> whenFields() {
        return when;
    }

    /** Conditions that compare fields with one another and with totals; they choose among alternatives as well. */
    public List<FieldComparison> comparisons() {
        return comparisons;
    }

    /** Fields that the request itself must give. */
    public List<String> needs() {
        return needs;
    }

    /** Fields that the order must have, given earlier or by the request. */
    public List<String> has() {
        return has;
    }

    /** Fields that the request may give. */
    public List<String> takes() {
        return takes;
    }

    /** Yes-no fields that the actor is asked to tick; unticked ones do not refuse the event. */
    public List<String> checklist() {
        return checklist;
    }

    /** What it writes into fields by itself: what it adds, then what it sets. */
    public List<FieldChange> changes() {
        return changes;
    }

    /** The event is refused once this time is over. */
    public @Nullable TimeLimit within() {
        return limit(Condition.Kind.WITHIN);
    }

    /** The event is refused until this time. */
    public @Nullable TimeLimit notBefore() {
        return limit(Condition.Kind.NOT_BEFORE);
    }

    /** The event is refused if it has happened to the order before. */
    public boolean once() {
        return has(Condition.Kind.ONCE);
    }

    /** Every line of the order must be available on that day. */
    public boolean linesAvailable() {
        return has(Condition.Kind.LINES_AVAILABLE);
    }

    /** The order must have no open case. */
    public boolean noOpenCase() {
        return has(Condition.Kind.NO_OPEN_CASE);
    }

    /** Where the order's units must be, once those that it moves have moved. */
    public List<ItemCondition> whenItems() {
        return whenItems;
    }

    /** In which statuses flows must be. */
    public List<FlowCondition> whenFlows() {
        return whenFlows;
    }

    /** What it does with units; null for nothing. */
    public @Nullable ItemMove itemMove() {
        return itemMove;
    }

    /** Whether the units that it moves are put into the parcel whose number the order then has. */
    public boolean parcel() {
        return parcel;
    }

    /** Names of conditions in code. */
    public List<String> guards() {
        return guards;
    }

    /** The event fires by itself, as role {@code system}, at this time, and is refused before. */
    public @Nullable TimeLimit after() {
        return after;
    }

    /**
     * Whether it fires by itself, as role {@code system}, as soon as a step of the order has made its conditions true: in the same
     * write as that step, as an entry of its own.
     */
    public boolean automatic() {
        return automatic;
    }

    /** Which roles it notifies, and by which channels. */
    public List<NotificationRule> notifications() {
        return notifications;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Transition that
                        && event.equals(that.event)
                        && from.equals(that.from)
                        && Objects.equals(to, that.to)
                        && by.equals(that.by)
                        && conditions.equals(that.conditions)
                        && takes.equals(that.takes)
                        && checklist.equals(that.checklist)
                        && changes.equals(that.changes)
                        && Objects.equals(itemMove, that.itemMove)
                        && parcel == that.parcel
                        && Objects.equals(after, that.after)
                        && automatic == that.automatic
                        && notifications.equals(that.notifications));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                event,
                from,
                to,
                by,
                conditions,
                takes,
                checklist,
                changes,
                itemMove,
                parcel,
                after,
                automatic,
                notifications);
    }
}
