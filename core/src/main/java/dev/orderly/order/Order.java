package dev.orderly.order;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.FlowCondition;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.OrderedItem;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order as it is after its latest activity: an immutable snapshot that {@link Evolution} makes from the history. */
public final class Order implements OrderView {

    private final String number;
    private final String workflow;
    private final int version;
    private final String status;
    private final Instant since;
    private final boolean done;
    private final long sequence;
    private final Instant placedAt;
    private final Customer customer;
    private final List<Line> lines;
    private final ItemCounts items;
    private final List<Parcel> parcels;
    private final Data fields;
    private final List<OrderCase> cases;
    private final boolean muted;
    private final StatusTrail trail;
    private final @Nullable Deadline deadline;
    private final @Nullable Instant overdueAt;

    Order(OrderBuilder parts) {
        number = parts.number;
        workflow = parts.workflow;
        version = parts.version;
        status = parts.status;
        since = parts.since;
        done = parts.done;
        sequence = parts.sequence;
        placedAt = parts.placedAt;
        customer = parts.customer;
        lines = List.copyOf(parts.lines);
        items = parts.items;
        parcels = List.copyOf(parts.parcels);
        fields = parts.fields;
        cases = List.copyOf(parts.cases);
        muted = parts.muted;
        trail = parts.trail;
        deadline = parts.deadline;
        overdueAt = parts.overdueAt;
    }

    /** Starts an order that was placed and went its way: it is in the status to which the trail leads. */
    public static OrderBuilder builder(
            String number, String workflow, int version, Instant placedAt, StatusTrail trail) {
        return new OrderBuilder(number, workflow, version, placedAt, trail);
    }

    /** Starts an order that has everything this one has. */
    public OrderBuilder toBuilder() {
        return new OrderBuilder(this);
    }

    @Override
    public @Nullable Object field(String name) {
        return fields.get(name);
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        Instant own = trail.timeOf(event);
        return own != null || cases.isEmpty() ? own : timeOfPart(event);
    }

    /** When a flow's or a case's event last happened, whose name is that of the part, a dot, and its own. */
    private @Nullable Instant timeOfPart(String event) {
        Instant latest = null;
        for (OrderCase part : cases) {
            String prefix = part.ref().type() + ".";
            Instant at = event.startsWith(prefix) ? part.trail().timeOf(event.substring(prefix.length())) : null;
            latest = at == null || (latest != null && latest.isAfter(at)) ? latest : at;
        }
        return latest;
    }

    @Override
    public @Nullable String flowStatus(String flow) {
        return flow.equals(FlowCondition.ORDER)
                ? status
                : flow(flow).map(OrderCase::status).orElse(null);
    }

    /** The flow of this name; empty where the order has none. */
    public Optional<OrderCase> flow(String name) {
        return cases.stream()
                .filter(part -> part.isFlow() && part.ref().type().equals(name))
                .findFirst();
    }

    @Override
    public Instant lastMove() {
        return trail.at();
    }

    @Override
    public boolean hasOpenCase() {
        for (OrderCase aCase : cases) {
            if (aCase.open() && !aCase.isFlow()) {
                return true;
            }
        }
        return false;
    }

    /** The case of this number. */
    public Optional<OrderCase> findCase(int id) {
        return cases.stream().filter(c -> c.ref().id() == id).findFirst();
    }

    /** Whether it should have moved on by now. */
    public boolean isOverdueAt(Instant now) {
        return overdueAt != null && now.isAfter(overdueAt);
    }

    /** The order's number. */
    @Override
    public String number() {
        return number;
    }

    /** The name of the workflow that it follows. */
    public String workflow() {
        return workflow;
    }

    /** The version of that workflow. */
    public int version() {
        return version;
    }

    /** The status that it is in. */
    @Override
    public String status() {
        return status;
    }

    /** When it entered that status. */
    @Override
    public Instant since() {
        return since;
    }

    /** Whether that status is a done one. */
    public boolean done() {
        return done;
    }

    /** The sequence number of the latest activity; grows with every change. */
    public long sequence() {
        return sequence;
    }

    /** When it was placed. */
    public Instant placedAt() {
        return placedAt;
    }

    /** Who ordered. */
    public Customer customer() {
        return customer;
    }

    /** What was ordered; each line has an id. */
    @Override
    public List<Line> lines() {
        return lines;
    }

    /** The currency of its prices; null where its lines have none. */
    public @Nullable Currency currency() {
        Money price = lines.isEmpty() ? null : lines.get(0).price();
        return price == null ? null : price.currency();
    }

    /** The price of all its lines, which is computed from them; null where they have none. */
    public @Nullable Money total() {
        return OrderedItem.totalOf(lines);
    }

    /** Where the units of what was ordered are; empty where the workflow does not look at them. */
    @Override
    public ItemCounts items() {
        return items;
    }

    /** What is on its way. */
    public List<Parcel> parcels() {
        return parcels;
    }

    /** Its data, canonical. */
    public Data fields() {
        return fields;
    }

    /** Its flows and its cases, in the order in which they began. */
    public List<OrderCase> cases() {
        return cases;
    }

    /** Whether notifications are off. */
    public boolean muted() {
        return muted;
    }

    /** How it got there. */
    public StatusTrail trail() {
        return trail;
    }

    /** The next event that will fire by itself; null if none will. */
    public @Nullable Deadline deadline() {
        return deadline;
    }

    /** When it becomes overdue; null if it never does. */
    public @Nullable Instant overdueAt() {
        return overdueAt;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Order that
                        && number.equals(that.number)
                        && workflow.equals(that.workflow)
                        && version == that.version
                        && status.equals(that.status)
                        && since.equals(that.since)
                        && done == that.done
                        && sequence == that.sequence
                        && placedAt.equals(that.placedAt)
                        && customer.equals(that.customer)
                        && lines.equals(that.lines)
                        && items.equals(that.items)
                        && parcels.equals(that.parcels)
                        && fields.equals(that.fields)
                        && cases.equals(that.cases)
                        && muted == that.muted
                        && trail.equals(that.trail)
                        && Objects.equals(deadline, that.deadline)
                        && Objects.equals(overdueAt, that.overdueAt));
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                number, workflow, version, status, since, done, sequence, placedAt, customer, lines, items, parcels,
                fields, cases, muted, trail, deadline, overdueAt);
    }

    /** Nothing personal: an order must not reach a log with its customer by accident. */
    @Override
    public String toString() {
        return "Order[" + number + ", " + workflow + " version " + version + ", " + status + ", entry " + sequence
                + "]";
    }
}
