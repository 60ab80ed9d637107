package dev.orderly.workflow;

import java.time.ZoneId;
import java.util.ArrayList;
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

    private final String name;
    private final Naming<S> statusNames;
    private final Naming<E> eventNames;
    private int version = 1;
    private List<String> languages = List.of("en");
    private List<String> roles = Workflow.USUAL_ROLES;
    private WorkCalendar calendar = WorkCalendar.UTC;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Status> statuses = new LinkedHashMap<>();
    private final Map<String, CustomerStatus> customerStatuses = new LinkedHashMap<>();
    private final Map<String, EventLabel> events = new LinkedHashMap<>();
    private final List<Transition> transitions = new ArrayList<>();
    private final List<NeverRule> never = new ArrayList<>();
    private final Map<String, CaseType> cases = new LinkedHashMap<>();
    private final Map<String, Carrier> carriers = new LinkedHashMap<>();
    private @Nullable ParcelFields parcels;
    private @Nullable ConversationRules conversation;
    private final List<Suppression> suppressions = new ArrayList<>();

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
        other.cases().forEach(c -> cases.put(c.name(), c));
        other.carriers().forEach(this::carrier);
        parcels = other.parcels();
        conversation = other.conversation();
        suppressions.addAll(other.suppressions());
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

    /** Who can ask for something; left out, {@link Workflow#USUAL_ROLES}. */
    public WorkflowBuilder<S, E> roles(String... names) {
        roles = List.of(names);
        return this;
    }

    /** The time zone in which the shop counts days; left out, UTC. */
    public WorkflowBuilder<S, E> zone(String id) {
        calendar = calendar.in(ZoneId.of(id));
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

    /** A status with its description. */
    public WorkflowBuilder<S, E> status(S status, Consumer<StatusBuilder> description) {
        StatusBuilder builder = new StatusBuilder(statusNames.nameOf(status));
        description.accept(builder);
        Status built = builder.build();
        statuses.put(built.name(), built);
        return this;
    }

    /** A coarser status for customers. */
    public WorkflowBuilder<S, E> customerStatus(String code, LocalText label, LocalText note) {
        customerStatuses.put(code, new CustomerStatus(code, label, note));
        return this;
    }

    /** What people call an event in a language. */
    public WorkflowBuilder<S, E> eventLabel(E event, String language, String text) {
        String key = eventNames.nameOf(event);
        EventLabel label = events.getOrDefault(key, new EventLabel(key, LocalText.EMPTY));
        events.put(key, new EventLabel(key, label.label().and(language, text)));
        return this;
    }

    /** One more transition, tried after those that are there. */
    public WorkflowBuilder<S, E> transition(E event, Consumer<TransitionBuilder<S>> description) {
        TransitionBuilder<S> builder = new TransitionBuilder<>(eventNames.nameOf(event), statusNames);
        description.accept(builder);
        transitions.add(builder.build());
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

    /** A kind of case with the statuses of the order in which it can be opened. */
    public WorkflowBuilder<S, E> caseType(String type, LocalText label, Workflow workflow, List<S> openIn) {
        cases.put(
                type,
                new CaseType(
                        type, label, openIn.stream().map(statusNames::nameOf).toList(), workflow));
        return this;
    }

    /** Somebody who carries parcels. */
    public WorkflowBuilder<S, E> carrier(Carrier carrier) {
        carriers.put(carrier.name(), carrier);
        return this;
    }

    /** Which fields say that there is a parcel. */
    public WorkflowBuilder<S, E> parcels(ParcelFields which) {
        parcels = which;
        return this;
    }

    /** Who is told of comments; left out or null, nobody. */
    public WorkflowBuilder<S, E> conversation(@Nullable ConversationRules rules) {
        conversation = rules;
        return this;
    }

    /** Suppresses a problem that the checker would report, for a reason. */
    public WorkflowBuilder<S, E> suppress(String code, String because) {
        suppressions.add(new Suppression(code, because));
        return this;
    }

    /** The workflow as collected so far. It is not checked here: what runs it, checks it. */
    public Workflow build() {
        return new Workflow(
                name,
                version,
                languages,
                roles,
                calendar,
                List.copyOf(fields.values()),
                List.copyOf(statuses.values()),
                List.copyOf(customerStatuses.values()),
                List.copyOf(events.values()),
                transitions,
                never,
                List.copyOf(cases.values()),
                List.copyOf(carriers.values()),
                parcels,
                conversation,
                suppressions);
    }
}
