package dev.orderly.order;

import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.ItemCounts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A flow or a case of an order as its conditions see it: its own status and past, and what it shares with the order. That is,
 * the statuses and the past of the order and of its other parts; for a flow, the order's data, lines, units and cases as well.
 * Immutable.
 */
public final class PartView implements OrderView {

    private static final String ORDER_EVENT = FlowCondition.ORDER + ".";

    private final Order order;
    private final OrderCase part;

    private PartView(Order order, OrderCase part) {
        this.order = order;
        this.part = part;
    }

    /** A flow or a case of an order. */
    public static PartView of(Order order, OrderCase part) {
        return new PartView(order, part);
    }

    /** A case of an order that is not open yet: in no status, without data, at this time. */
    public static PartView ofUnopened(Order order, String type, Instant at) {
        CaseRef next = new CaseRef(order.cases().size() + 1, type);
        return new PartView(order, OrderCase.of(next, order.number(), StatusTrail.start("", "", at)));
    }

    @Override
    public String number() {
        return part.number();
    }

    @Override
    public String status() {
        return part.status();
    }

    @Override
    public Instant since() {
        return part.since();
    }

    @Override
    public Instant lastMove() {
        return part.lastMove();
    }

    @Override
    public @Nullable Object field(String name) {
        return part.isFlow() ? order.field(name) : part.field(name);
    }

    /** Its own event of this name or, with the name of a part or {@code order} and a dot before it, another's. */
    @Override
    public @Nullable Instant timeOf(String event) {
        Instant own = part.timeOf(event);
        if (own != null) {
            return own;
        }
        return event.startsWith(ORDER_EVENT)
                ? order.trail().timeOf(event.substring(ORDER_EVENT.length()))
                : event.indexOf('.') < 0 ? null : order.timeOf(event);
    }

    @Override
    public @Nullable String flowStatus(String flow) {
        return order.flowStatus(flow);
    }

    @Override
    public List<Line> lines() {
        return part.isFlow() ? order.lines() : List.of();
    }

    @Override
    public ItemCounts items() {
        return part.isFlow() ? order.items() : ItemCounts.EMPTY;
    }

    @Override
    public boolean hasOpenCase() {
        return part.isFlow() && order.hasOpenCase();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof PartView that && order.equals(that.order) && part.equals(that.part));
    }

    @Override
    public int hashCode() {
        return Objects.hash(order, part);
    }

    /** Nothing personal: the data of an order must not reach a log by accident. */
    @Override
    public String toString() {
        return part.toString();
    }
}
