package dev.orderly.internal.step;

import dev.orderly.decision.Accepted;
import dev.orderly.store.StoredOrder;

/**
 * An accepted decision about an order that is not written yet.
 *
 * @param before the order on which it was decided
 */
public record PendingStep(StoredOrder before, Accepted accepted) {

    PendingActivity activity() {
        return new PendingActivity(before, accepted.order(), accepted.entry(), accepted.notifications());
    }
}
