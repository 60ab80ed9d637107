package dev.orderly;

import dev.orderly.decision.Accepted;
import dev.orderly.store.StoredOrder;

/**
 * Something that was decided about an order and is to be written.
 *
 * @param before the order that it was decided on
 */
record PendingStep(StoredOrder before, Accepted accepted) {}
