package dev.orderly.benchmarks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The limit that a general library is held against: the bookstore's flow as an array indexed by status and event, with
 * its roles and data conditions in code. It gives no reasons, reads no file and keeps no history but the entry it makes.
 */
@SuppressWarnings("EnumOrdinal") // an array indexed by ordinals is what such a table is
final class HandWrittenTable {

    enum Status {
        AWAITING_PAYMENT,
        IN_PROGRESS,
        AWAITING_PACKING,
        SHIPPED,
        DELIVERED,
        CANCELLED
    }

    enum Event {
        PAY,
        RELEASE,
        SHIP,
        DELIVER,
        CANCEL
    }

    enum Role {
        CUSTOMER,
        STAFF,
        PLATFORM,
        CARRIER
    }

    /** What a shop's own table would keep of a transition. */
    record Entry(
            Status from,
            Event event,
            Status to,
            Role role,
            Instant at,
            @Nullable String trackingNumber) {}

    private final @Nullable Status[][] targets = new Status[Status.values().length][Event.values().length];
    private final int[][] roles = new int[Status.values().length][Event.values().length];

    HandWrittenTable() {
        allow(Status.AWAITING_PAYMENT, Event.PAY, Status.IN_PROGRESS, Role.PLATFORM, Role.STAFF);
        allow(Status.IN_PROGRESS, Event.RELEASE, Status.AWAITING_PACKING, Role.STAFF);
        allow(Status.AWAITING_PACKING, Event.SHIP, Status.SHIPPED, Role.STAFF);
        allow(Status.SHIPPED, Event.DELIVER, Status.DELIVERED, Role.CARRIER, Role.STAFF);
        allow(Status.AWAITING_PAYMENT, Event.CANCEL, Status.CANCELLED, Role.CUSTOMER, Role.STAFF);
    }

    private void allow(Status from, Event event, Status to, Role... by) {
        targets[from.ordinal()][event.ordinal()] = to;
        for (Role role : by) {
            roles[from.ordinal()][event.ordinal()] |= 1 << role.ordinal();
        }
    }

    /** The entry that the event makes, or null if it is not allowed. */
    @Nullable
    Entry fire(Status status, Event event, Role role, Instant at, @Nullable String trackingNumber) {
        Status to = targets[status.ordinal()][event.ordinal()];
        if (to == null || (roles[status.ordinal()][event.ordinal()] & 1 << role.ordinal()) == 0) {
            return null;
        }
        if (event == Event.SHIP && trackingNumber == null) {
            return null;
        }
        return new Entry(status, event, to, role, at, trackingNumber);
    }
}
