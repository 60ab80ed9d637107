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

    private static final String ANY = "any";

    final String event;
    private final Naming<S> naming;
    final List<String> from = new ArrayList<>();

    /** The statuses that are not meant where the transition comes from any; null where its statuses are listed. */
    @Nullable
    List<String> except;

    @Nullable
    String to;

    final List<String> by = new ArrayList<>();
    final List<Condition> conditions = new ArrayList<>();
    final List<String> takes = new ArrayList<>();
    final List<String> checklist = new ArrayList<>();
    final List<FieldChange> changes = new ArrayList<>();

    @Nullable
    ItemMove itemMove;

    boolean parcel;

    @Nullable
    TimeLimit after;

    boolean automatic;

    final List<NotificationRule> notifications = new ArrayList<>();

    TransitionBuilder(String event, Naming<S> naming) {
        this.event = event;
        this.naming = naming;
    }

    TransitionBuilder<S> copy(Transition other) {
        from.addAll(other.from());
        to = other.to();
        by.addAll(other.by());
        conditions.addAll(other.conditions());
        takes.addAll(other.takes());
        checklist.addAll(other.checklist());
        changes.addAll(other.changes());
        itemMove = other.itemMove();
        parcel = other.parcel();
        after = other.after();
        automatic = other.automatic();
        notifications.addAll(other.notifications());
        return this;
    }

    TransitionBuilder<S> replace(Condition.Kind kind, List<? extends Condition> others) {
        conditions.removeIf(condition -> condition.kind() == kind);
        conditions.addAll(others);
        return this;
    }

    private TransitionBuilder<S> each(Condition.Kind kind, Object... contents) {
        for (Object content : contents) {
            condition(kind.of(content));
        }
        return this;
    }

    /** The only condition of its kind, or none for null. */
    private TransitionBuilder<S> only(Condition.Kind kind, @Nullable Object content) {
        return replace(kind, content == null ? List.of() : List.of(kind.of(content)));
    }

    /** Where the event may happen; left out, the transition starts an order. */
    @SafeVarargs
    public final TransitionBuilder<S> from(S... statuses) {
        for (S status : statuses) {
            from.add(naming.nameOf(status));
        }
        return this;
    }

    /**
     * The event may happen in any status of the workflow that is not done and to which it does not lead. Which these are is
     * decided when the workflow is built; statuses that another workflow adds to it later are not among them.
     */
    public TransitionBuilder<S> fromAny() {
        except = List.of();
        return this;
    }

    /** The same, but for these statuses. */
    @SafeVarargs
    public final TransitionBuilder<S> fromAnyExcept(S... statuses) {
        except = new ArrayList<>();
        for (S status : statuses) {
            except.add(naming.nameOf(status));
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

    /** Demands something more; of a kind that is not repeatable, in place of what was demanded before. */
    public TransitionBuilder<S> condition(Condition condition) {
        if (!condition.kind().isRepeatable()) {
            replace(condition.kind(), List.of());
        }
        conditions.add(condition);
        return this;
    }

    /** A field must have one of these values. */
    public TransitionBuilder<S> whenField(String field, Object... values) {
        return whenField(FieldCondition.of(field, values));
    }

    /** Fields must meet conditions. */
    public TransitionBuilder<S> whenField(FieldCondition... tests) {
        return each(Condition.Kind.WHEN, (Object[]) tests);
    }

    /** Fields must compare so with other fields, or with totals. */
    public TransitionBuilder<S> whenField(FieldComparison... tests) {
        return each(Condition.Kind.WHEN, (Object[]) tests);
    }

    /** Fields that the request itself must give. */
    public TransitionBuilder<S> needs(String... fields) {
        return each(Condition.Kind.NEEDS, (Object[]) fields);
    }

    /** Fields that the order must have, given earlier or by the request. */
    public TransitionBuilder<S> has(String... fields) {
        return each(Condition.Kind.HAS, (Object[]) fields);
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

    /**
     * Puts a value into a field, which a request with this event then cannot give.
     *
     * @param value a value of the field's type, or a {@link Reference}
     */
    public TransitionBuilder<S> set(String field, Object value) {
        return change(FieldChange.set(field, value));
    }

    /**
     * Adds to a number or an amount of money, which a request with this event then cannot give; a field without a value
     * counts as zero.
     *
     * @param value a number or an amount, as the field's type, or a {@link Reference}
     */
    public TransitionBuilder<S> add(String field, Object value) {
        return change(FieldChange.add(field, value));
    }

    /** Changes fields; conditions look at the order as it is then. */
    public TransitionBuilder<S> change(FieldChange... all) {
        changes.addAll(List.of(all));
        return this;
    }

    /** Units must be in item statuses, once those that the transition moves have moved. */
    public TransitionBuilder<S> whenItems(ItemCondition... tests) {
        return each(Condition.Kind.WHEN_ITEMS, (Object[]) tests);
    }

    /** Flows must be in these statuses; each choice among transitions of one event looks at them as well. */
    public TransitionBuilder<S> whenFlow(FlowCondition... tests) {
        return each(Condition.Kind.WHEN_FLOW, (Object[]) tests);
    }

    /** A flow must be in one of these statuses; the name {@value FlowCondition#ORDER} means the order itself. */
    public TransitionBuilder<S> whenFlow(String flow, String... statuses) {
        return whenFlow(FlowCondition.of(flow, statuses));
    }

    /** Moves units from one item status to another. */
    public TransitionBuilder<S> items(String fromStatus, String toStatus) {
        return items(ItemMove.of(fromStatus, toStatus));
    }

    /** What the transition does with units; null for nothing. */
    public TransitionBuilder<S> items(@Nullable ItemMove move) {
        itemMove = move;
        return this;
    }

    /** The units that move are put into the parcel whose number the order then has. */
    public TransitionBuilder<S> parcel() {
        return parcel(true);
    }

    /** Whether the units that move are put into the parcel whose number the order then has. */
    public TransitionBuilder<S> parcel(boolean applies) {
        parcel = applies;
        return this;
    }

    /** The event is refused once this time is over. */
    public TransitionBuilder<S> within(@Nullable TimeLimit limit) {
        return only(Condition.Kind.WITHIN, limit);
    }

    /** The event is refused until this time. */
    public TransitionBuilder<S> notBefore(@Nullable TimeLimit limit) {
        return only(Condition.Kind.NOT_BEFORE, limit);
    }

    /** The event is refused if it has happened to the order before. */
    public TransitionBuilder<S> once() {
        return once(true);
    }

    /** Whether the event is refused if it has happened to the order before. */
    public TransitionBuilder<S> once(boolean applies) {
        return only(Condition.Kind.ONCE, applies ? true : null);
    }

    /** Every line of the order must be available on that day. */
    public TransitionBuilder<S> linesAvailable() {
        return linesAvailable(true);
    }

    /** Whether every line of the order must be available on that day. */
    public TransitionBuilder<S> linesAvailable(boolean applies) {
        return only(Condition.Kind.LINES_AVAILABLE, applies ? true : null);
    }

    /** The order must have no open case. */
    public TransitionBuilder<S> noOpenCase() {
        return noOpenCase(true);
    }

    /** Whether the order must have no open case. */
    public TransitionBuilder<S> noOpenCase(boolean applies) {
        return only(Condition.Kind.NO_OPEN_CASE, applies ? true : null);
    }

    /** Conditions in code, which are given to the engine by these names. */
    public TransitionBuilder<S> guard(String... names) {
        return each(Condition.Kind.GUARD, (Object[]) names);
    }

    /** The event fires by itself at this time, and is refused before; unless said, only {@code system} may. */
    public TransitionBuilder<S> after(@Nullable TimeLimit limit) {
        after = limit;
        return this;
    }

    /**
     * The event fires by itself, as role {@code system}, as soon as a step of the order has made its conditions true: in the same
     * write as that step, as an entry of its own.
     */
    public TransitionBuilder<S> automatic() {
        return automatic(true);
    }

    /** Whether the event fires by itself as soon as a step of the order has made its conditions true. */
    public TransitionBuilder<S> automatic(boolean applies) {
        automatic = applies;
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
     * @throws IllegalArgumentException if the event is no valid name, if there is neither a status to come from nor one
     *     to go to, or if it comes from any status, which only a workflow's builder knows
     */
    public Transition build() {
        if (except != null) {
            throw new IllegalArgumentException("which statuses \"any\" means for the transition \"" + event
                    + "\", its workflow decides: describe it to WorkflowBuilder.transition, or list them");
        }
        return new Transition(this);
    }

    /** The transition from any status, as if that were a status' name. */
    Transition buildFromAny() {
        if (!from.isEmpty()) {
            throw new IllegalArgumentException("the transition \"" + event + "\" comes from any status and from "
                    + String.join(", ", from) + ": say one of the two");
        }
        from.add(ANY);
        return new Transition(this);
    }
}
