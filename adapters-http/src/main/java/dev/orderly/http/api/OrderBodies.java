package dev.orderly.http.api;

import dev.orderly.order.Customer;
import dev.orderly.order.Deadline;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.Parcel;
import dev.orderly.workflow.Carrier;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Money;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes orders down for their readers. A customer reads no internal statuses and data. */
final class OrderBodies {

    private OrderBodies() {}

    static OrderBody of(Order order, Readings readings, Instant now) {
        return new OrderBody(
                order.number(),
                order.workflow(),
                order.version(),
                readings.status(order.status()),
                order.since(),
                order.done(),
                order.sequence(),
                order.placedAt(),
                who(order.customer(), readings.isCloseToCustomer()),
                order.lines().stream().map(OrderBodies::line).toList(),
                order.parcels().stream().map(parcel -> parcel(parcel, readings)).toList(),
                readings.isCustomer() ? null : values(order.fields()),
                order.cases().stream().map(aCase -> matter(aCase, readings)).toList(),
                order.muted(),
                readings.isCustomer() ? null : timer(order.deadline()),
                order.done() ? null : order.overdueAt(),
                !order.done() && order.isOverdueAt(now));
    }

    private static OrderBody.Who who(Customer customer, boolean withEmail) {
        return new OrderBody.Who(withEmail ? customer.email() : null, customer.name(), customer.language());
    }

    private static OrderBody.Item line(Line line) {
        return new OrderBody.Item(line.sku(), line.title(), line.quantity(), line.availableFrom());
    }

    private static OrderBody.Shipment parcel(Parcel parcel, Readings readings) {
        String carrier = parcel.carrier();
        String label = carrier == null
                ? null
                : readings.workflow().carrier(carrier).map(Carrier::label).orElse(carrier);
        return new OrderBody.Shipment(carrier, label, parcel.trackingNumber(), parcel.link());
    }

    private static OrderBody.Matter matter(OrderCase aCase, Readings readings) {
        String type = aCase.ref().type();
        CaseType kind = readings.workflow()
                .caseType(type)
                .orElseThrow(() -> new IllegalStateException(readings.workflow() + " has no case " + type));
        return new OrderBody.Matter(
                aCase.ref().id(),
                type,
                readings.text(kind.label(), type),
                readings.of(kind.workflow()).status(aCase.status()),
                aCase.since(),
                aCase.open(),
                readings.isCustomer() ? null : values(aCase.fields()));
    }

    private static OrderBody.@Nullable Timer timer(@Nullable Deadline deadline) {
        return deadline == null
                ? null
                : new OrderBody.Timer(
                        deadline.at(),
                        deadline.event(),
                        deadline.caseRef() == null ? null : deadline.caseRef().id());
    }

    static Map<String, Object> values(Data data) {
        return plain(data.asMap());
    }

    /** Values as JSON has them; money as the text by which it is given. */
    static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((name, value) -> plain.put(name, value instanceof Money ? value.toString() : value));
        return plain;
    }
}
