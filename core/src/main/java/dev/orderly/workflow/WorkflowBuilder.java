package dev.orderly.workflow;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link Workflow}. Not thread-safe. What is added under a name that is there already replaces
 * it, in its place.
 *
 * @param <S> how statuses are named: {@link String} or an enum
 * @param <E> how events are named: {@link String} or an enum
 */
public final class WorkflowBuilder<S, E> {

    final String name;
    private final Naming<S> statusNames;
    private final Naming<E> eventNames;
    int version = 1;
    List<String> languages = List.of("en");
    List<String> roles = Workflow.USUAL_ROLES;
    WorkCalendar calendar = WorkCalendar.UTC;
    final Map<String, Field> fields = new LinkedHashMap<>();
    final Map<String, Status> statuses = new LinkedHashMap<>();
    final Map<String, CustomerStatus> customerStatuses = new LinkedHashMap<>();
    final Map<String, EventLabel> events = new LinkedHashMap<>();
    final List<Transition> transitions = new ArrayList<>();

    /** Those of the transitions that come from any status, with the statuses excepted. */
    private final IdentityHashMap<Transition, List<String>> fromAny = new IdentityHashMap<>();

    final List<NeverRule> never = new ArrayList<>();

    @Nullable
    ItemRules items;

    final Map<String, CaseType> flows = new LinkedHashMap<>();
    final Map<String, CaseType> cases = new LinkedHashMap<>();
    final Map<String, Carrier> carriers = new LinkedHashMap<>();

    @Nullable
    ParcelFields parcels;

    @Nullable
    ConversationRules conversation;

    final List<Suppression> suppressions = new ArrayList<>();

    WorkflowBuilder(String name, Naming<S> statusNames, Naming<E> eventNames) {
        this.name = Name.require("workflow", name);
        this.statusNames = statusNames;
        this.eventNames = eventNames;
    }

    void expect(List<S> expected) {
        expected.forEach(status -> status(status, s -> {}));
    }

    WorkflowBuilder<S, E> copy(Workflow other) {
        languages = other.languages();
        roles = other.roles();
        calendar = other.calendar();
        other.fields().forEach(this::field);
        other.statuses().forEach(s -> statuses.put(s.name(), s));
        other.customerStatuses().forEach(s -> customerStatuses.put(s.name(), s));
        other.events().forEach(e -> events.put(e.event(), e));
        transitions.addAll(other.transitions());
        never.addAll(other.never());
        items = other.items();
        other.flows().forEach(f -> flows.put(f.name(), f));
        other.cases().forEach(c -> cases.put(c.name(), c));
        other.carriers().forEach(this::carrier);
        parcels = other.parcels();
        conversation = other.conversation();
        suppressions.addAll(other.suppressions());
        return this;
    }

    /** Takes over what a case's workflow has in common with the whole, and drops what only an order's has. */
    WorkflowBuilder<S, E> partOf(WorkflowBuilder<?, ?> whole) {
        version = whole.version;
        languages = whole.languages;
        roles = whole.roles;
        calendar = whole.calendar;
        items = null;
        flows.clear();
        cases.clear();
        carriers.clear();
        parcels = null;
        conversation = null;
        suppressions.clear();
        return this;
    }

    /** Takes over what a flow shares with its order: its data and the units of its lines. */
    WorkflowBuilder<S, E> flowOf(WorkflowBuilder<?, ?> whole) {
        fields.clear();
        whole.fields.values().forEach(this::field);
        items = whole.items;
        parcels = whole.parcels;
        carriers.putAll(whole.carriers);
        return this;
    }

    /** The version of the definition, from 1. */
    public WorkflowBuilder<S, E> version(int number) {
        version = number;
        return this;
    }

    /** The languages of labels and notes, the shop's own first. */
    public WorkflowBuilder<S, E> languages(String... codes) {
        languages = List.of(codes);
        return this;
    }

    /** The languages of labels and notes, the shop's own first. */
    public WorkflowBuilder<S, E> languages(List<String> codes) {
        languages = List.copyOf(codes);
        return this;
    }

    /** Who can ask for something. */
    public WorkflowBuilder<S, E> roles(List<String> names) {
        roles = List.copyOf(names);
        return this;
    }

    /** Who can ask for something; left out, {@link Workflow#USUAL_ROLES}. */
    public WorkflowBuilder<S, E> roles(String... names) {
        roles = List.of(names);
        return this;
    }

    /**
     * The time zone in which the shop counts days; left out, UTC.
     *
     * @throws java.time.DateTimeException if there is no such zone
     */
    public WorkflowBuilder<S, E> zone(String id) {
        calendar = calendar.withZone(ZoneId.of(id));
        return this;
    }

    /** How the shop counts days. */
    public WorkflowBuilder<S, E> calendar(WorkCalendar days) {
        calendar = days;
        return this;
    }

    /** A field that orders can carry. */
    public WorkflowBuilder<S, E> field(Field field) {
        fields.put(field.name(), field);
        return this;
    }

    /** A status. */
    public WorkflowBuilder<S, E> status(Status status) {
        statuses.put(status.name(), status);
        return this;
    }

    /** A status with its description. */
    public WorkflowBuilder<S, E> status(S status, Consumer<StatusBuilder> description) {
        StatusBuilder builder = new StatusBuilder(statusNames.nameOf(status));
        description.accept(builder);
        return status(builder.build());
    }

    /** A coarser status for customers. */
    public WorkflowBuilder<S, E> customerStatus(String code, LocalText label, LocalText note) {
        return customerStatus(new CustomerStatus(code, label, note));
    }

    /** A coarser status for customers. */
    public WorkflowBuilder<S, E> customerStatus(CustomerStatus status) {
        customerStatuses.put(status.name(), status);
        return this;
    }

    /** What people call an event. */
    public WorkflowBuilder<S, E> eventLabel(EventLabel label) {
        events.put(label.event(), label);
        return this;
    }

    /** What people call an event in a language. */
    public WorkflowBuilder<S, E> eventLabel(E event, String language, String text) {
        String key = eventNames.nameOf(event);
        EventLabel label = events.getOrDefault(key, new EventLabel(key, LocalText.EMPTY));
        events.put(key, new EventLabel(key, label.label().with(language, text)));
        return this;
    }

    /** One more transition, tried after those that are there. */
    public WorkflowBuilder<S, E> transition(E event, Consumer<TransitionBuilder<S>> description) {
        TransitionBuilder<S> builder = new TransitionBuilder<>(eventNames.nameOf(event), statusNames);
        description.accept(builder);
        if (builder.except == null) {
            return transition(builder.build());
        }
        Transition transition = builder.buildFromAny();
        fromAny.put(transition, builder.except);
        return transition(transition);
    }

    /** All transitions, with the statuses that those from any status come from. */
    List<Transition> allTransitions() {
        List<Transition> all = new ArrayList<>();
        for (Transition transition : transitions) {
            List<String> except = fromAny.get(transition);
            all.add(except == null ? transition : transition.withFromAny(statuses.values(), except));
        }
        return all;
    }

    /**
     * The same transition by each of several events, tried after those that are there.
     *
     * @throws IllegalArgumentException if there is no event
     */
    public WorkflowBuilder<S, E> transition(List<E> events, Consumer<TransitionBuilder<S>> description) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a transition of workflow " + name + " needs at least one event");
        }
        events.forEach(event -> transition(event, description));
        return this;
    }

    /** One more transition, tried after those that are there. */
    public WorkflowBuilder<S, E> transition(Transition transition) {
        transitions.add(transition);
        return this;
    }

    /** Takes out the transitions that a test picks. */
    public WorkflowBuilder<S, E> removeTransitions(Predicate<Transition> which) {
        transitions.removeIf(which);
        return this;
    }

    /** Takes out a status and leaves its transitions, which the checker reports until they are gone as well. */
    public WorkflowBuilder<S, E> removeStatus(S status) {
        statuses.remove(statusNames.nameOf(status));
        return this;
    }

    /** A promise about every path. */
    public WorkflowBuilder<S, E> never(NeverRule rule) {
        never.add(rule);
        return this;
    }

    /** No order ever reaches a status unless this event has happened to it. */
    public WorkflowBuilder<S, E> neverWithout(S reach, E without, FieldCondition... when) {
        return never(new NeverRule(
                statusNames.nameOf(reach), List.of(eventNames.nameOf(without)), List.of(), List.of(when)));
    }

    /** What can become of each unit of what was ordered; null, or left out, to look at no units. */
    public WorkflowBuilder<S, E> items(@Nullable ItemRules rules) {
        items = rules;
        return this;
    }

    /**
     * The item statuses of units, the first of which is that of a new order's, by name; those in which a unit needs nothing more
     * are done.
     *
     * @throws IllegalArgumentException if there is none
     */
    public WorkflowBuilder<S, E> items(Status... statuses) {
        return items(ItemRules.of(List.of(statuses)));
    }

    /** A kind of case with the statuses of the order in which it can be opened. */
    public WorkflowBuilder<S, E> caseType(String type, LocalText label, Workflow workflow, List<S> openIn) {
        return caseType(CaseType.of(type, workflow)
                .withLabel(label)
                .withOpenIn(openIn.stream().map(statusNames::nameOf).toList()));
    }

    /** A kind of case, or a flow. */
    public WorkflowBuilder<S, E> caseType(CaseType type) {
        (type.isFlow() ? flows : cases).put(type.name(), type);
        return this;
    }

    /**
     * A flow: a workflow that begins with each order, beside the order's own, and has the order's fields and units in place of any of
     * its own. Its events are asked for as {@code flow.event}.
     */
    public WorkflowBuilder<S, E> flow(String flow, LocalText label, Workflow workflow) {
        return caseType(CaseType.flow(flow, workflow).withLabel(label));
    }

    /** A carrier of parcels. */
    public WorkflowBuilder<S, E> carrier(Carrier carrier) {
        carriers.put(carrier.name(), carrier);
        return this;
    }

    /** Which fields say that there is a parcel. */
    public WorkflowBuilder<S, E> parcels(@Nullable ParcelFields which) {
        parcels = which;
        return this;
    }

    /** Which roles are notified of comments; left out or null, none. */
    public WorkflowBuilder<S, E> conversation(@Nullable ConversationRules rules) {
        conversation = rules;
        return this;
    }

    /** Keeps a problem that the checker would report, for a reason. */
    public WorkflowBuilder<S, E> suppress(String code, String because) {
        return suppress(new Suppression(code, because));
    }

    /** Keeps a problem that the checker would report. */
    public WorkflowBuilder<S, E> suppress(Suppression suppression) {
        suppressions.add(suppression);
        return this;
    }

    /**
     * The workflow as collected so far. It is not checked here: what runs it, checks it.
     *
     * @throws IllegalArgumentException if its version is less than 1, if it has no language, or if a transition from any
     *     status is left with none or excepts what is no status
     */
    public Workflow build() {
        return new Workflow(this);
    }
}
