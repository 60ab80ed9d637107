package dev.orderly.internal.step;

import dev.orderly.decision.Accepted;
import dev.orderly.store.StoredOrder;

/**
 * Something that was decided about an order and is to be written.
 *
 * @param before the order that it was decided on
 */
public record PendingStep(StoredOrder before, Accepted accepted) {}
