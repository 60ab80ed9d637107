package dev.orderly.workflow;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an order's life: its statuses and the ways between them. A value: immutable, compared by content,
 * safe to share among threads and orders. It can name things that it does not define; {@code dev.orderly.check} finds
 * all such mistakes, and nothing runs on a workflow that has one.
 */
public final class Workflow {

    /** The role of who ordered: internal comments are kept from it, and it can turn notifications off. */
    public static final String CUSTOMER = "customer";

    /** The role as which deadlines fire. */
    public static final String SYSTEM = "system";

    /** The roles of a workflow that declares none. */
    public static final List<String> USUAL_ROLES =
            List.of("customer", "staff", "seller", "platform", "carrier", SYSTEM);

    private final String name;
    private final int version;
    private final List<String> languages;
    private final List<String> roles;
    private final WorkCalendar calendar;
    private final List<Field> fields;
    private final List<Status> statuses;
    private final List<CustomerStatus> customerStatuses;
    private final List<EventLabel> events;
    private final List<Transition> transitions;
    private final List<NeverRule> never;
    private final @Nullable ItemRules items;
    private final List<CaseType> flows;
    private final List<CaseType> cases;
    private final List<Carrier> carriers;
    private final @Nullable ParcelFields parcels;
    private final @Nullable ConversationRules conversation;
    private final List<Suppression> suppressions;

    Workflow(WorkflowBuilder<?, ?> parts) {
        name = parts.name;
        version = parts.version;
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of workflow " + name + " must be at least 1");
        }
        if (parts.languages.isEmpty()) {
            throw new IllegalArgumentException("workflow " + name + " needs at least one language");
        }
        languages = List.copyOf(parts.languages);
        roles = List.copyOf(parts.roles);
        calendar = parts.calendar;
        fields = List.copyOf(parts.fields.values());
        customerStatuses = List.copyOf(parts.customerStatuses.values());
        events = List.copyOf(parts.events.values());
        List<Transition> written = parts.allTransitions().stream()
                .map(t -> t.canonical(parts.fields))
                .toList();
        DeadlineLookup deadlines = new DeadlineLookup(written);
        transitions = written.stream().map(deadlines::in).toList();
        statuses = parts.statuses.values().stream().map(deadlines::in).toList();
        never = parts.never.stream()
                .map(r -> new NeverRule(
                        r.reach(), r.without(), r.after(), canonical(r.whenFields(), parts.fields), r.whenItems()))
                .toList();
        items = parts.items;
        flows = parts.flows.values().stream().map(type -> type.partOf(parts)).toList();
        cases = parts.cases.values().stream().map(type -> type.partOf(parts)).toList();
        carriers = List.copyOf(parts.carriers.values());
        parcels = parts.parcels;
        conversation = parts.conversation;
        suppressions = List.copyOf(parts.suppressions);
    }

    /** Reads the values of conditions as their fields' types; a value that is none stays for the checker to report. */
    private static List<FieldCondition> canonical(List<FieldCondition> tests, Map<String, Field> declared) {
        return tests.stream().map(test -> test.canonical(declared)).toList();
    }

    /**
     * Starts a definition whose statuses and events are plain names.
     *
     * @throws IllegalArgumentException if its name is no valid name
     */
    public static WorkflowBuilder<String, String> builder(String name) {
        return new WorkflowBuilder<>(name, Naming.plain(), Naming.plain());
    }

    /**
     * Starts a definition whose statuses and events are the constants of enums: {@code AWAITING_PAYMENT} names
     * {@code awaiting-payment}. Each constant of the status enum that gets no description of its own is a status all
     * the same.
     *
     * @throws IllegalArgumentException if its name is no valid name
     */
    public static <S extends Enum<S>, E extends Enum<E>> WorkflowBuilder<S, E> builder(
            String name, Class<S> statuses, Class<E> events) {
        WorkflowBuilder<S, E> builder = new WorkflowBuilder<>(name, Naming.<S>byEnum(), Naming.<E>byEnum());
        builder.expect(List.of(statuses.getEnumConstants()));
        return builder;
    }

    /**
     * Starts a definition that has everything this one has, under another name, at version 1.
     *
     * @throws IllegalArgumentException if the new name is no valid name
     */
    public WorkflowBuilder<String, String> extend(String newName) {
        return new WorkflowBuilder<>(newName, Naming.plain(), Naming.plain()).copy(this);
    }

    /** Starts a definition that has everything this one has, its name and version included. */
    public WorkflowBuilder<String, String> toBuilder() {
        return extend(name).version(version);
    }

    /** Starts the next version of this definition. */
    public WorkflowBuilder<String, String> nextVersion() {
        return extend(name).version(version + 1);
    }

    /** The same with other transitions. */
    public Workflow withTransitions(List<Transition> others) {
        WorkflowBuilder<String, String> parts = toBuilder();
        parts.transitions.clear();
        parts.transitions.addAll(others);
        return parts.build();
    }

    /** The same with other promises about its paths. */
    public Workflow withNever(List<NeverRule> rules) {
        WorkflowBuilder<String, String> parts = toBuilder();
        parts.never.clear();
        parts.never.addAll(rules);
        return parts.build();
    }

    /** The same with other suppressions. */
    public Workflow withSuppressions(List<Suppression> others) {
        WorkflowBuilder<String, String> parts = toBuilder();
        parts.suppressions.clear();
        parts.suppressions.addAll(others);
        return parts.build();
    }

    /** The status of this name. */
    public Optional<Status> status(String status) {
        return statuses.stream().filter(s -> s.name().equals(status)).findFirst();
    }

    /** The coarser status that the customer sees in the place of this one; empty if that is the one itself. */
    public Optional<CustomerStatus> customerStatus(String status) {
        return status(status)
                .map(Status::shownAs)
                .flatMap(name -> customerStatuses.stream()
                        .filter(c -> c.name().equals(name))
                        .findFirst());
    }

    /** The field of this name. */
    public Optional<Field> field(String field) {
        return fields.stream().filter(f -> f.name().equals(field)).findFirst();
    }

    /** The flow, or the kind of case, of this name. */
    public Optional<CaseType> caseType(String type) {
        return parts().stream().filter(c -> c.name().equals(type)).findFirst();
    }

    /** All flows, and then all kinds of cases. */
    public List<CaseType> parts() {
        return flows.isEmpty()
                ? cases
                : Stream.concat(flows.stream(), cases.stream()).toList();
    }

    /** What the name of an event means where flows have some: {@code payment.capture} is the event of a flow. */
    public Optional<FlowEvent> flowEvent(String name) {
        if (flows.isEmpty() || name.indexOf('.') < 0) {
            return Optional.empty();
        }
        return flows.stream()
                .filter(flow -> name.startsWith(flow.name() + "."))
                .max(Comparator.comparing(flow -> flow.name().length()))
                .map(flow -> new FlowEvent(flow, name.substring(flow.name().length() + 1)));
    }

    /** The carrier of this name. */
    public Optional<Carrier> carrier(String carrier) {
        return carriers.stream().filter(c -> c.name().equals(carrier)).findFirst();
    }

    /** The names of all events, in the order in which the transitions name them. */
    public Set<String> eventNames() {
        Set<String> names = new LinkedHashSet<>();
        transitions.forEach(t -> names.add(t.event()));
        return names;
    }

    /** The transitions that may happen in a status, in order. */
    public List<Transition> transitionsFrom(String status) {
        return transitions.stream().filter(t -> t.from().contains(status)).toList();
    }

    /** Whether an event fires by itself once its conditions hold; if one of its transitions does, all do. */
    public boolean isAutomatic(String event) {
        return transitions.stream().anyMatch(t -> t.automatic() && t.event().equals(event));
    }

    /** Whether nothing leads out of a status; data moves, which keep it, do not count. */
    public boolean isFinal(String status) {
        return transitionsFrom(status).stream().allMatch(t -> t.target(status).equals(status));
    }

    /** What people call a status in a language; the status' name where it has no label. */
    public String statusLabel(String status, String language) {
        return status(status).map(s -> s.label().textOr(language, status)).orElse(status);
    }

    /** What the customer calls a status in a language: the coarser one that is shown in its place, if there is one. */
    public String customerStatusLabel(String status, String language) {
        return customerStatus(status)
                .map(c -> c.label().textOr(language, c.name()))
                .orElseGet(() -> statusLabel(status, language));
    }

    /** What people call an event, also one of a flow, in a language; the event's name where it has no label. */
    public String eventLabel(String event, String language) {
        return events.stream()
                .filter(e -> e.event().equals(event))
                .findFirst()
                .map(e -> e.label().textOr(language, event))
                .orElseGet(() -> flowEventLabel(event, language));
    }

    private String flowEventLabel(String event, String language) {
        return flowEvent(event)
                .map(found -> found.flow().workflow().eventLabel(found.event(), language))
                .orElse(event);
    }

    /** What people call an item status in a language; the item status' name where it has no label. */
    public String itemStatusLabel(String status, String language) {
        return items == null
                ? status
                : items.status(status)
                        .map(s -> s.label().textOr(language, status))
                        .orElse(status);
    }

    /** What people call a field in a language; the field's name where it has no label. */
    public String fieldLabel(String field, String language) {
        return field(field).map(f -> f.label().textOr(language, field)).orElse(field);
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }

    /** The workflow's name. */
    public String name() {
        return name;
    }

    /** The version of the definition, from 1; an order keeps the version that it began with. */
    public int version() {
        return version;
    }

    /** The languages of labels and notes, as ISO 639 codes, the shop's own first. */
    public List<String> languages() {
        return languages;
    }

    /** Who can ask for something. */
    public List<String> roles() {
        return roles;
    }

    /** How the shop counts days. */
    public WorkCalendar calendar() {
        return calendar;
    }

    /** The data that an order can carry. */
    public List<Field> fields() {
        return fields;
    }

    /** The places that an order can be in, in the order in which people list them. */
    public List<Status> statuses() {
        return statuses;
    }

    /** Coarser statuses for customers. */
    public List<CustomerStatus> customerStatuses() {
        return customerStatuses;
    }

    /** What people call the events. */
    public List<EventLabel> events() {
        return events;
    }

    /** The ways between statuses; those that share a status and an event are tried in this order. */
    public List<Transition> transitions() {
        return transitions;
    }

    /** Promises about every path. */
    public List<NeverRule> never() {
        return never;
    }

    /** What can become of each unit of what was ordered; null where units are not looked at. */
    public @Nullable ItemRules items() {
        return items;
    }

    /** The flows that begin with each order. */
    public List<CaseType> flows() {
        return flows;
    }

    /** The kinds of cases that can be opened on an order. */
    public List<CaseType> cases() {
        return cases;
    }

    /** Who carries parcels. */
    public List<Carrier> carriers() {
        return carriers;
    }

    /** Which fields say that there is a parcel; null where parcels are not kept. */
    public @Nullable ParcelFields parcels() {
        return parcels;
    }

    /** Which roles are notified of comments; null where no role is. */
    public @Nullable ConversationRules conversation() {
        return conversation;
    }

    /** Problems that the author wants to keep. */
    public List<Suppression> suppressions() {
        return suppressions;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Workflow that
                        && name.equals(that.name)
                        && version == that.version
                        && languages.equals(that.languages)
                        && roles.equals(that.roles)
                        && calendar.equals(that.calendar)
                        && fields.equals(that.fields)
                        && statuses.equals(that.statuses)
                        && customerStatuses.equals(that.customerStatuses)
                        && events.equals(that.events)
                        && transitions.equals(that.transitions)
                        && never.equals(that.never)
                        && Objects.equals(items, that.items)
                        && flows.equals(that.flows)
                        && cases.equals(that.cases)
                        && carriers.equals(that.carriers)
                        && Objects.equals(parcels, that.parcels)
                        && Objects.equals(conversation, that.conversation)
                        && suppressions.equals(that.suppressions));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                name,
                version,
                languages,
                roles,
                calendar,
                fields,
                statuses,
                customerStatuses,
                events,
                transitions,
                never,
                items,
                flows,
                cases,
                carriers,
                parcels,
                conversation,
                suppressions);
    }
}
