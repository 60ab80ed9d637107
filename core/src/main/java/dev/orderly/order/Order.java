package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An order as it is after its latest activity: an immutable snapshot that {@link Evolution} makes from the history.
 *
 * @param number the order's number
 * @param workflow the name of the workflow that it follows
 * @param version the version of that workflow
 * @param status the status that it is in
 * @param since when it entered that status
 * @param done whether that status is a done one
 * @param sequence the sequence number of the latest activity; grows with every change
 * @param placedAt when it was placed
 * @param customer who ordered
 * @param lines what was ordered
 * @param parcels what is on its way
 * @param fields its data, canonical
 * @param cases its cases, in the order in which they were opened
 * @param muted whether notifications are off
 * @param trail how it got there
 * @param deadline the next event that will fire by itself; null if none will
 * @param overdueAt when it becomes overdue; null if it never does
 */
public record Order(
        String number,
        String workflow,
        int version,
        String status,
        Instant since,
        boolean done,
        long sequence,
        Instant placedAt,
        Customer customer,
        List<Line> lines,
        List<Parcel> parcels,
        Data fields,
        List<OrderCase> cases,
        boolean muted,
        StatusTrail trail,
        @Nullable Deadline deadline,
        @Nullable Instant overdueAt)
        implements OrderView {

    public Order {
        lines = List.copyOf(lines);
        parcels = List.copyOf(parcels);
        cases = List.copyOf(cases);
    }

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

    @Override
    public boolean hasOpenCase() {
        for (OrderCase aCase : cases) {
            if (aCase.open()) {
                return true;
            }
        }
        return false;
    }

    /** The case of this number. */
    public Optional<OrderCase> findCase(int id) {
        return cases.stream().filter(c -> c.ref().id() == id).findFirst();
    }

    /** Tells whether it should have moved on by now. */
    public boolean isOverdueAt(Instant now) {
        return overdueAt != null && now.isAfter(overdueAt);
    }
}
