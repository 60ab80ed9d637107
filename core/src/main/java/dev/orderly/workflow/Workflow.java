package dev.orderly.workflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an order's life: its statuses and the ways between them. A value: immutable, compared by content,
 * safe to share among threads and orders. It can name things that it does not define; {@code dev.orderly.check} finds
 * all such mistakes, and nothing runs on a workflow that has one.
 *
 * @param name the workflow's name
 * @param version the version of the definition, from 1; an order keeps the version that it began with
 * @param languages the languages of labels and notes, as ISO 639 codes, the shop's own first
 * @param roles who can ask for something
 * @param calendar how the shop counts days
 * @param fields the data that an order can carry
 * @param statuses the places that an order can be in, in the order in which people list them
 * @param customerStatuses coarser statuses for customers
 * @param events what people call the events
 * @param transitions the ways between statuses; those that share a status and an event are tried in this order
 * @param never promises about every path
 * @param cases the kinds of cases that can be opened on an order
 * @param carriers who carries parcels
 * @param parcels which fields say that there is a parcel; null where parcels are not kept
 * @param conversation who is told of comments; null where nobody is
 * @param suppressions problems that the author wants to keep
 */
public record Workflow(
        String name,
        int version,
        List<String> languages,
        List<String> roles,
        WorkCalendar calendar,
        List<Field> fields,
        List<Status> statuses,
        List<CustomerStatus> customerStatuses,
        List<EventLabel> events,
        List<Transition> transitions,
        List<NeverRule> never,
        List<CaseType> cases,
        List<Carrier> carriers,
        @Nullable ParcelFields parcels,
        @Nullable ConversationRules conversation,
        List<Suppression> suppressions) {

    /** The role of who ordered: internal comments are kept from it, and it can turn notifications off. */
    public static final String CUSTOMER = "customer";

    /** The role as which deadlines fire. */
    public static final String SYSTEM = "system";

    /** The roles of a workflow that declares none. */
    public static final List<String> USUAL_ROLES =
            List.of("customer", "staff", "seller", "platform", "carrier", SYSTEM);

    public Workflow {
        Name.require("workflow", name);
        if (version < 1) {
            throw new IllegalArgumentException("version " + version + " of workflow " + name + " must be at least 1");
        }
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("workflow " + name + " needs at least one language");
        }
        Map<String, Field> declared = new HashMap<>();
        for (Field field : fields) {
            declared.put(field.name(), field);
        }
        languages = List.copyOf(languages);
        roles = List.copyOf(roles);
        fields = List.copyOf(fields);
        statuses = List.copyOf(statuses);
        customerStatuses = List.copyOf(customerStatuses);
        events = List.copyOf(events);
        transitions = transitions.stream()
                .map(t -> t.withWhen(canonical(t.when(), declared)))
                .toList();
        never = never.stream()
                .map(r -> new NeverRule(r.reach(), r.without(), r.after(), canonical(r.when(), declared)))
                .toList();
        List<CaseType> parts = new ArrayList<>();
        for (CaseType type : cases) {
            parts.add(type.partOf(version, languages, roles, calendar));
        }
        cases = List.copyOf(parts);
        carriers = List.copyOf(carriers);
        suppressions = List.copyOf(suppressions);
    }

    /** Reads the values of conditions as their fields' types; a value that is none stays for the checker to report. */
    private static List<FieldCondition> canonical(List<FieldCondition> tests, Map<String, Field> declared) {
        return tests.stream()
                .map(test -> {
                    Field field = declared.get(test.field());
                    return field == null ? test : test.canonical(field);
                })
                .toList();
    }

    /** Starts a definition whose statuses and events are plain names. */
    public static WorkflowBuilder<String, String> builder(String name) {
        return new WorkflowBuilder<>(name, Naming.plain(), Naming.plain());
    }

    /**
     * Starts a definition whose statuses and events are the constants of enums: {@code AWAITING_PAYMENT} names
     * {@code awaiting-payment}. Each constant of the status enum that gets no description of its own is a status all
     * the same.
     */
    public static <S extends Enum<S>, E extends Enum<E>> WorkflowBuilder<S, E> builder(
            String name, Class<S> statuses, Class<E> events) {
        WorkflowBuilder<S, E> builder = new WorkflowBuilder<>(name, Naming.<S>byEnum(), Naming.<E>byEnum());
        builder.expect(List.of(statuses.getEnumConstants()));
        return builder;
    }

    /** Starts a definition that has everything this one has, under another name, at version 1. */
    public WorkflowBuilder<String, String> extend(String newName) {
        return new WorkflowBuilder<>(newName, Naming.plain(), Naming.plain()).copy(this);
    }

    /** Starts the next version of this definition. */
    public WorkflowBuilder<String, String> nextVersion() {
        return extend(name).version(version + 1);
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

    /** The kind of case of this name. */
    public Optional<CaseType> caseType(String type) {
        return cases.stream().filter(c -> c.name().equals(type)).findFirst();
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

    /** Tells whether nothing leads out of a status; data moves, which keep it, do not count. */
    public boolean isFinal(String status) {
        return transitionsFrom(status).stream().allMatch(t -> t.target(status).equals(status));
    }

    /** What people call a status in a language; the status' name where nobody said. */
    public String statusLabel(String status, String language) {
        return status(status).map(s -> s.label().inOr(language, status)).orElse(status);
    }

    /** What the customer calls a status in a language: the coarser one that is shown in its place, if there is one. */
    public String customerStatusLabel(String status, String language) {
        return customerStatus(status)
                .map(c -> c.label().inOr(language, c.name()))
                .orElseGet(() -> statusLabel(status, language));
    }

    /** What people call an event in a language; the event's name where nobody said. */
    public String eventLabel(String event, String language) {
        return events.stream()
                .filter(e -> e.event().equals(event))
                .findFirst()
                .map(e -> e.label().inOr(language, event))
                .orElse(event);
    }

    /** What people call a field in a language; the field's name where nobody said. */
    public String fieldLabel(String field, String language) {
        return field(field).map(f -> f.label().inOr(language, field)).orElse(field);
    }

    @Override
    public String toString() {
        return name + " version " + version;
    }
}
