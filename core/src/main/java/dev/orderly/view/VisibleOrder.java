package dev.orderly.view;

import dev.orderly.order.Customer;
import dev.orderly.order.Deadline;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.Parcel;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order, as far as a role may see it. Immutable. */
public final class VisibleOrder {

    private final Order source;
    private final RoleView view;

    VisibleOrder(Order source, RoleView view) {
        this.source = source;
        this.view = view;
    }

    /** The order's number. */
    public String number() {
        return source.number();
    }

    /** The name of the workflow that the order follows. */
    public String workflow() {
        return source.workflow();
    }

    /** The version of that workflow. */
    public int version() {
        return source.version();
    }

    /** The status that the role sees. */
    public VisibleStatus status() {
        return view.status(source.status());
    }

    /** When the order entered its status. */
    public Instant since() {
        return source.since();
    }

    /** Whether the order is in a done status. */
    public boolean done() {
        return source.done();
    }

    /** The sequence number of the latest entry; grows with every change. */
    public long sequence() {
        return source.sequence();
    }

    /** When the order was placed. */
    public Instant placedAt() {
        return source.placedAt();
    }

    /** The customer, without the e-mail address if the role does not see it. */
    public Customer customer() {
        return view.customer(source.customer());
    }

    /** What was ordered. */
    public List<Line> lines() {
        return source.lines();
    }

    /** The price of all lines; null where they have none. */
    public @Nullable Money total() {
        return source.total();
    }

    /** Where the units of what was ordered are; empty where the workflow does not look at them. */
    public ItemCounts items() {
        return source.items();
    }

    /** What is on its way. */
    public List<Parcel> parcels() {
        return source.parcels();
    }

    /** The values of the order's fields; null if the role does not see them. */
    public @Nullable Data fields() {
        return view.seesInternals() ? source.fields() : null;
    }

    /** The order's flows, in the order of the workflow. */
    public List<VisibleCase> flows() {
        return source.cases().stream()
                .filter(OrderCase::isFlow)
                .map(view::caseOf)
                .toList();
    }

    /** The order's cases, in the order in which they were opened. */
    public List<VisibleCase> cases() {
        return source.cases().stream()
                .filter(part -> !part.isFlow())
                .map(view::caseOf)
                .toList();
    }

    /** Whether the customer's notifications are off. */
    public boolean muted() {
        return source.muted();
    }

    /** The next event that fires by itself; null if there is none or the role does not see it. */
    public @Nullable Deadline deadline() {
        return view.seesInternals() ? source.deadline() : null;
    }

    /** When the order becomes overdue; null if it is done or never does. */
    public @Nullable Instant overdueAt() {
        return source.done() ? null : source.overdueAt();
    }

    /** Whether the order should have moved on by that time. */
    public boolean isOverdueAt(Instant now) {
        return !source.done() && source.isOverdueAt(now);
    }
}
