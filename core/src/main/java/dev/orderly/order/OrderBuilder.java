package dev.orderly.order;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemCounts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the parts of an {@link Order}. Not thread-safe. */
public final class OrderBuilder {

    final String number;
    final String workflow;
    int version;
    String status;
    Instant since;
    boolean done;
    long sequence;
    final Instant placedAt;
    Customer customer;
    List<Line> lines;
    ItemCounts items;
    List<Parcel> parcels;
    Data fields;
    List<OrderCase> cases;
    boolean muted;
    StatusTrail trail;

    @Nullable
    Deadline deadline;

    @Nullable
    Instant overdueAt;

    OrderBuilder(String number, String workflow, int version, Instant placedAt, StatusTrail trail) {
        this.number = number;
        this.workflow = workflow;
        this.version = version;
        this.placedAt = placedAt;
        this.trail = trail;
        status = trail.status();
        since = placedAt;
        sequence = 1;
        customer = Customer.UNKNOWN;
        lines = List.of();
        items = ItemCounts.EMPTY;
        parcels = List.of();
        fields = Data.EMPTY;
        cases = List.of();
    }

    OrderBuilder(Order order) {
        number = order.number();
        workflow = order.workflow();
        version = order.version();
        status = order.status();
        since = order.since();
        done = order.done();
        sequence = order.sequence();
        placedAt = order.placedAt();
        customer = order.customer();
        lines = order.lines();
        items = order.items();
        parcels = order.parcels();
        fields = order.fields();
        cases = order.cases();
        muted = order.muted();
        trail = order.trail();
        deadline = order.deadline();
        overdueAt = order.overdueAt();
    }

    /** The version of the workflow. */
    public OrderBuilder version(int value) {
        version = value;
        return this;
    }

    /** The status, the time at which the order entered it, and whether it is a done one. */
    public OrderBuilder status(String name, Instant entered, boolean isDone) {
        status = name;
        since = entered;
        done = isDone;
        return this;
    }

    /** The sequence number of the latest activity. */
    public OrderBuilder sequence(long value) {
        sequence = value;
        return this;
    }

    /** Who ordered. */
    public OrderBuilder customer(Customer who) {
        customer = who;
        return this;
    }

    /** What was ordered; a line without an id has its position for one. */
    public OrderBuilder lines(List<Line> ordered) {
        lines = Line.identified(ordered);
        return this;
    }

    /** Where the units of what was ordered are. */
    public OrderBuilder items(ItemCounts counts) {
        items = counts;
        return this;
    }

    /** What is on its way. */
    public OrderBuilder parcels(List<Parcel> all) {
        parcels = all;
        return this;
    }

    /** The data of the order, canonical. */
    public OrderBuilder fields(Data all) {
        fields = all;
        return this;
    }

    /** The cases, in the order in which they were opened. */
    public OrderBuilder cases(List<OrderCase> all) {
        cases = all;
        return this;
    }

    /** Whether notifications are off. */
    public OrderBuilder muted(boolean off) {
        muted = off;
        return this;
    }

    /** How the order got to its status. */
    public OrderBuilder trail(StatusTrail steps) {
        trail = steps;
        return this;
    }

    /** The next event that will fire by itself, and when the order becomes overdue; null for none and never. */
    public OrderBuilder schedule(@Nullable Deadline next, @Nullable Instant overdueFrom) {
        deadline = next;
        overdueAt = overdueFrom;
        return this;
    }

    /** The order. */
    public Order build() {
        return new Order(this);
    }
}
