package dev.orderly.testkit;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Order;
import org.jspecify.annotations.Nullable;

/**
 * A step of a scenario with the decision about it.
 *
 * @param before the order before; null until it is placed
 * @param step the step
 * @param decision the decision about it
 */
public record PlayedStep(@Nullable Order before, ScenarioStep step, Decision decision) {

    /** The order afterwards: the same as before if the step was refused. */
    public @Nullable Order after() {
        return decision instanceof Accepted accepted ? accepted.order() : before;
    }

    /** The step, the status of the order, and the decision. */
    @Override
    public String toString() {
        String where = before == null ? "" : " in status " + before.status();
        return step + where + ": "
                + (decision instanceof Accepted accepted
                        ? "accepted, " + (accepted.entry().caseRef() == null ? "to " : "case to ")
                                + accepted.entry().to()
                        : "refused, " + ((Rejected) decision).code());
    }
}
