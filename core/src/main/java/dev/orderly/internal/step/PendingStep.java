package dev.orderly.internal.step;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.store.StoredOrder;

/**
 * An accepted decision about an order that is not written yet.
 *
 * @param before the order on which it was decided
 */
public record PendingStep(StoredOrder before, Accepted accepted) {

    PendingActivity activity() {
        AcceptedStep asked = accepted.steps().get(0);
        return new PendingActivity(before, asked.order(), asked.entry(), asked.notifications(), accepted.automatic());
    }
}
