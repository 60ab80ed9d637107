package dev.orderly.workflow;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The condition that a flow of the order is in one of these statuses; asked of the order itself by the name {@value #ORDER}.
 *
 * @param flow the flow
 * @param statuses the statuses of the flow
 */
public record FlowCondition(String flow, List<String> statuses) implements Condition {

    /** The name that means the order's own status, and so is no flow's. */
    public static final String ORDER = "order";

    /** The code of its objection. */
    public static final String CODE = "flow-not-so";

    public FlowCondition {
        statuses = List.copyOf(statuses);
        if (statuses.isEmpty()) {
            throw new IllegalArgumentException("the condition on \"" + flow + "\" needs at least one status");
        }
    }

    /** The condition that a flow is in one of these statuses. */
    public static FlowCondition of(String flow, String... statuses) {
        return new FlowCondition(flow, List.of(statuses));
    }

    /** Whether it is met where the flow is in that status. */
    public boolean holds(String status) {
        return statuses.contains(status);
    }

    @Override
    public Kind kind() {
        return Kind.WHEN_FLOW;
    }

    @Override
    public Object content() {
        return this;
    }

    @Override
    public Basis basis() {
        return Basis.FLOWS;
    }

    @Override
    public boolean isMet(StepFacts facts) {
        String status = facts.flowStatus(flow);
        return status != null && holds(status);
    }

    @Override
    public Objection objection(StepFacts facts) {
        String status = Objects.requireNonNullElse(facts.flowStatus(flow), "");
        return flow.equals(ORDER)
                ? new Objection(CODE, Map.of("kind", "order", "status", status, "wanted", statuses))
                : new Objection(CODE, Map.of("flow", flow, "status", status, "wanted", statuses));
    }

    @Override
    public String words() {
        return flow + " is " + String.join(" or ", statuses);
    }

    @Override
    public String toString() {
        return words();
    }
}
