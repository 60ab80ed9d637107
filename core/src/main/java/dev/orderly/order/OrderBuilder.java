package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what changes from one snapshot of an order to the next. */
final class OrderBuilder {

    private final Order before;
    private int version;
    private String status;
    private Instant since;
    private boolean done;
    private List<Parcel> parcels;
    private Data fields;
    private List<OrderCase> cases;
    private boolean muted;
    private StatusTrail trail;
    private @Nullable Deadline deadline;
    private @Nullable Instant due;

    OrderBuilder(Order before) {
        this.before = before;
        version = before.version();
        status = before.status();
        since = before.since();
        done = before.done();
        parcels = before.parcels();
        fields = before.fields();
        cases = before.cases();
        muted = before.muted();
        trail = before.trail();
        deadline = before.deadline();
        due = before.overdueAt();
    }

    OrderBuilder version(int number) {
        version = number;
        return this;
    }

    OrderBuilder status(String name, Instant entered, boolean isDone) {
        status = name;
        since = entered;
        done = isDone;
        return this;
    }

    OrderBuilder parcels(List<Parcel> all) {
        parcels = all;
        return this;
    }

    OrderBuilder fields(Data all) {
        fields = all;
        return this;
    }

    OrderBuilder cases(List<OrderCase> all) {
        cases = all;
        return this;
    }

    OrderBuilder muted(boolean off) {
        muted = off;
        return this;
    }

    OrderBuilder trail(StatusTrail longer) {
        trail = longer;
        return this;
    }

    OrderBuilder schedule(@Nullable Deadline next, @Nullable Instant overdueFrom) {
        deadline = next;
        due = overdueFrom;
        return this;
    }

    Order at(long sequence) {
        return new Order(
                before.number(),
                before.workflow(),
                version,
                status,
                since,
                done,
                sequence,
                before.placedAt(),
                before.customer(),
                before.lines(),
                parcels,
                fields,
                cases,
                muted,
                trail,
                deadline,
                due);
    }
}
