package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One accepted transition, of the order or of one of its cases.
 *
 * @param caseRef the case that moved; null if the order itself did
 * @param from the status before; null for the start of an order or a case
 * @param event what happened
 * @param to the status after
 * @param data what the request told, canonical
 * @param comment what the actor said about it
 * @param placement what was settled at the start of the order; null for every later entry
 */
public record TransitionEntry(
        long sequence,
        @Nullable CaseRef caseRef,
        @Nullable String from,
        String event,
        String to,
        Actor actor,
        Instant at,
        Data data,
        @Nullable String comment,
        @Nullable String requestId,
        @Nullable Placement placement)
        implements Activity {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transition(this);
    }
}
