package dev.orderly.workflow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A kind of case that can be opened on an order, such as an incident or a return: a small workflow of its own. Immutable.
 */
public final class CaseType {

    private final String name;
    private final LocalText label;
    private final List<String> openIn;
    private final Workflow workflow;

    private CaseType(String name, LocalText label, List<String> openIn, Workflow workflow) {
        this.name = Name.require("case", name);
        this.label = label;
        this.openIn = List.copyOf(openIn);
        this.workflow = workflow;
    }

    /**
     * A kind of case without a label that can be opened in no status.
     *
     * @throws IllegalArgumentException if its name is no valid name
     */
    public static CaseType of(String name, Workflow workflow) {
        return new CaseType(name, LocalText.EMPTY, List.of(), workflow);
    }

    /** The same with other labels. */
    public CaseType withLabel(LocalText text) {
        return new CaseType(name, text, openIn, workflow);
    }

    /** The same, to be opened while the order is in one of these statuses. */
    public CaseType withOpenIn(List<String> statuses) {
        return new CaseType(name, label, statuses, workflow);
    }

    CaseType partOf(WorkflowBuilder<?, ?> whole) {
        return new CaseType(
                name,
                label,
                openIn,
                Workflow.builder(name).copy(workflow).partOf(whole).build());
    }

    /** The kind's name. */
    public String name() {
        return name;
    }

    /** What people call it. */
    public LocalText label() {
        return label;
    }

    /** The statuses of the order in which a case can be opened. */
    public List<String> openIn() {
        return openIn;
    }

    /**
     * The case's own statuses and transitions; a case in a status that is not done is open. As a part of an order's
     * workflow, it has that one's version, languages, roles and calendar, and the name of the case.
     */
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CaseType that
                        && name.equals(that.name)
                        && label.equals(that.label)
                        && openIn.equals(that.openIn)
                        && workflow.equals(that.workflow));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, label, openIn, workflow);
    }

    @Override
    public String toString() {
        return name;
    }
}
