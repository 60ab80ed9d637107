package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident, a return or another matter on an order, with a small life of its own.
 *
 * @param ref which case it is
 * @param number the number of the order that it belongs to
 * @param status the status of the case
 * @param since when it entered that status
 * @param fields the case's own data
 * @param open whether its status is one that is not done
 * @param trail how it got there
 */
public record OrderCase(
        CaseRef ref, String number, String status, Instant since, Data fields, boolean open, StatusTrail trail)
        implements OrderView {

    @Override
    public @Nullable Object field(String name) {
        return fields.get(name);
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return trail.timeOf(event);
    }

    @Override
    public Instant lastMove() {
        return trail.at();
    }
}
