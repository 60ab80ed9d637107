package dev.orderly.workflow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A part of an order with a small workflow of its own: a kind of case that can be opened, such as an incident or a return, or a
 * flow that begins with the order, such as its payment. Immutable.
 */
public final class CaseType {

    private final String name;
    private final LocalText label;
    private final List<String> openIn;
    private final Workflow workflow;
    private final boolean flow;

    private CaseType(String name, LocalText label, List<String> openIn, Workflow workflow, boolean flow) {
        this.name = Name.require(flow ? "flow" : "case", name);
        this.flow = flow;
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
        return new CaseType(name, LocalText.EMPTY, List.of(), workflow, false);
    }

    /**
     * A flow without a label, which begins with the order by the first transition without {@code from} whose conditions hold.
     *
     * @throws IllegalArgumentException if its name is no valid name
     */
    public static CaseType flow(String name, Workflow workflow) {
        return new CaseType(name, LocalText.EMPTY, List.of(), workflow, true);
    }

    /** The same with other labels. */
    public CaseType withLabel(LocalText text) {
        return new CaseType(name, text, openIn, workflow, flow);
    }

    /** The same, to be opened while the order is in one of these statuses. */
    public CaseType withOpenIn(List<String> statuses) {
        return new CaseType(name, label, statuses, workflow, flow);
    }

    CaseType partOf(WorkflowBuilder<?, ?> whole) {
        WorkflowBuilder<String, String> part =
                Workflow.builder(name).copy(workflow).partOf(whole);
        if (flow) {
            part.flowOf(whole);
        }
        return new CaseType(name, label, openIn, part.build(), flow);
    }

    /** The name of the flow, or of the kind of case. */
    public String name() {
        return name;
    }

    /** What people call it. */
    public LocalText label() {
        return label;
    }

    /** Whether there is one of it from the beginning of each order; otherwise it is opened on request, any number of times. */
    public boolean isFlow() {
        return flow;
    }

    /** The statuses of the order in which a case can be opened. */
    public List<String> openIn() {
        return openIn;
    }

    /**
     * The part's own statuses and transitions; a case in a status that is not done is open. As a part of an order's
     * workflow, it has that one's version, languages, roles and calendar, and the name of the part; a flow has its fields and
     * item statuses as well.
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
                        && flow == that.flow
                        && workflow.equals(that.workflow));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, label, openIn, flow, workflow);
    }

    @Override
    public String toString() {
        return name;
    }
}
