package dev.orderly.check;

import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.FlowEvent;
import dev.orderly.workflow.Name;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names that a workflow declares, and the problems about names that it does not. */
final class DefinedNames {

    /** What a name can stand for. */
    enum Kind {
        STATUS(ProblemCode.UNKNOWN_STATUS, "status", "declare it under \"statuses\""),
        FIELD(ProblemCode.UNKNOWN_FIELD, "field", "declare it under \"fields\""),
        EVENT(ProblemCode.UNKNOWN_EVENT, "event", "add a transition on it"),
        ROLE(ProblemCode.UNKNOWN_ROLE, "role", "declare it under \"roles\""),
        LANGUAGE(ProblemCode.UNKNOWN_LANGUAGE, "language", "declare it under \"languages\""),
        CARRIER(ProblemCode.UNKNOWN_CARRIER, "carrier", "declare it under \"carriers\""),
        CUSTOMER_STATUS(
                ProblemCode.UNKNOWN_CUSTOMER_STATUS, "customer status", "declare it under \"customer-statuses\""),
        ITEM_STATUS(ProblemCode.UNKNOWN_ITEM_STATUS, "item status", "declare it under \"items\", in its \"statuses\"");

        private final ProblemCode code;
        private final String word;
        private final String remedy;

        Kind(ProblemCode code, String word, String remedy) {
            this.code = code;
            this.word = word;
            this.remedy = remedy;
        }
    }

    private final Map<Kind, Set<String>> declared = new EnumMap<>(Kind.class);
    private final Map<String, Field> fields = new LinkedHashMap<>();

    DefinedNames(Workflow workflow) {
        this(workflow, workflow);
    }

    /** The names of a part of a workflow; the events of the order and of other parts have theirs with a dot before it. */
    DefinedNames(Workflow workflow, Workflow whole) {
        for (Kind kind : Kind.values()) {
            declared.put(kind, new LinkedHashSet<>());
        }
        for (Status status : workflow.statuses()) {
            of(Kind.STATUS).add(status.name());
        }
        for (Field field : workflow.fields()) {
            fields.put(field.name(), field);
            of(Kind.FIELD).add(field.name());
        }
        for (Carrier carrier : workflow.carriers()) {
            of(Kind.CARRIER).add(carrier.name());
        }
        for (CustomerStatus status : workflow.customerStatuses()) {
            of(Kind.CUSTOMER_STATUS).add(status.name());
        }
        if (workflow.items() != null) {
            workflow.items().statuses().forEach(status -> of(Kind.ITEM_STATUS).add(status.name()));
        }
        of(Kind.EVENT).addAll(workflow.eventNames());
        if (!workflow.equals(whole)) {
            whole.eventNames().forEach(event -> of(Kind.EVENT).add(FlowEvent.name(FlowCondition.ORDER, event)));
        }
        for (CaseType part : whole.parts()) {
            part.workflow().eventNames().forEach(event -> of(Kind.EVENT).add(FlowEvent.name(part.name(), event)));
        }
        of(Kind.ROLE).addAll(workflow.roles());
        of(Kind.LANGUAGE).addAll(workflow.languages());
    }

    /**
     * The names of the product of an order with its flows; among them those of events that nothing leads to, and that therefore
     * happen nowhere in it.
     */
    static DefinedNames ofProduct(Workflow product, Workflow whole) {
        DefinedNames names = new DefinedNames(product);
        names.of(Kind.EVENT).addAll(new DefinedNames(whole).of(Kind.EVENT));
        return names;
    }

    private Set<String> of(Kind kind) {
        Set<String> names = declared.get(kind);
        if (names == null) {
            throw new IllegalStateException("no names of kind " + kind);
        }
        return names;
    }

    boolean declares(Kind kind, String name) {
        return of(kind).contains(name);
    }

    /** Reports each name that is not declared. */
    void expect(Kind kind, Collection<String> names, String path, ProblemCollector problems) {
        for (String name : names) {
            expect(kind, name, path, problems);
        }
    }

    /** Reports a name that is not declared; null means that there is none. */
    void expect(Kind kind, @Nullable String name, String path, ProblemCollector problems) {
        if (name == null || declares(kind, name)) {
            return;
        }
        String meant = Name.nearest(name, of(kind)).orElse(null);
        problems.add(
                kind.code,
                path,
                "\"" + name + "\" is no " + kind.word + " of this workflow: "
                        + (meant == null ? "correct it, or " + kind.remedy : "did you mean \"" + meant + "\"?"));
    }

    /**
     * The declared name that a name means: itself or the suggested correction, so that the consequences of one
     * misspelling are not reported as further problems. Null if there is none.
     */
    @Nullable
    String meant(Kind kind, String name) {
        return declares(kind, name) ? name : Name.nearest(name, of(kind)).orElse(null);
    }

    /** The field that a name means. */
    @Nullable
    Field field(String name) {
        String meant = meant(Kind.FIELD, name);
        return meant == null ? null : fields.get(meant);
    }
}
