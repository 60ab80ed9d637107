package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flow of an order, or a case on it such as an incident or a return, with a small life of its own. Immutable. By itself it knows
 * nothing of its order; {@link PartView} does.
 */
public final class OrderCase implements OrderView {

    private final CaseRef ref;
    private final String number;
    private final String status;
    private final Instant since;
    private final Data fields;
    private final boolean open;
    private final boolean flow;
    private final StatusTrail trail;

    private OrderCase(
            CaseRef ref,
            String number,
            String status,
            Instant since,
            Data fields,
            boolean open,
            boolean flow,
            StatusTrail trail) {
        this.ref = ref;
        this.number = number;
        this.status = status;
        this.since = since;
        this.fields = fields;
        this.open = open;
        this.flow = flow;
        this.trail = trail;
    }

    /** An open case without data, in the status to which its trail leads, since the trail's latest step. */
    public static OrderCase of(CaseRef ref, String number, StatusTrail trail) {
        return new OrderCase(ref, number, trail.status(), trail.at(), Data.EMPTY, true, false, trail);
    }

    /** The same, in its status since another time. */
    public OrderCase withSince(Instant entered) {
        return new OrderCase(ref, number, status, entered, fields, open, flow, trail);
    }

    /** The same with other data. */
    public OrderCase withFields(Data data) {
        return new OrderCase(ref, number, status, since, data, open, flow, trail);
    }

    /** The same, open or not. */
    public OrderCase withOpen(boolean isOpen) {
        return new OrderCase(ref, number, status, since, fields, isOpen, flow, trail);
    }

    /** The same as a flow, or as a case. */
    public OrderCase withFlow(boolean isFlow) {
        return new OrderCase(ref, number, status, since, fields, open, isFlow, trail);
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

    /** Which case it is. */
    public CaseRef ref() {
        return ref;
    }

    /** The number of the order that it belongs to. */
    @Override
    public String number() {
        return number;
    }

    /** The status of the case. */
    @Override
    public String status() {
        return status;
    }

    /** When it entered that status. */
    @Override
    public Instant since() {
        return since;
    }

    /** The case's own data; a flow has none, for it has the order's. */
    public Data fields() {
        return fields;
    }

    /** Whether it is a flow, which began with the order, and not a case. */
    public boolean isFlow() {
        return flow;
    }

    /** Whether its status is one that is not done. */
    public boolean open() {
        return open;
    }

    /** How it got there. */
    public StatusTrail trail() {
        return trail;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof OrderCase that
                        && ref.equals(that.ref)
                        && number.equals(that.number)
                        && status.equals(that.status)
                        && since.equals(that.since)
                        && fields.equals(that.fields)
                        && open == that.open
                        && flow == that.flow
                        && trail.equals(that.trail));
    }

    @Override
    public int hashCode() {
        return Objects.hash(ref, number, status, since, fields, open, flow, trail);
    }

    /** Nothing personal: the data of a case must not reach a log by accident. */
    @Override
    public String toString() {
        return "OrderCase[" + number + ", " + ref.type() + " " + ref.id() + ", " + status + ", "
                + (open ? "open" : "not open") + "]";
    }
}
