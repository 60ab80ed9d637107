package dev.orderly.http.api;

import dev.orderly.order.CaseRef;
import dev.orderly.order.Customer;
import dev.orderly.order.Deadline;
import dev.orderly.order.Line;
import dev.orderly.order.Parcel;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleCase;
import dev.orderly.view.VisibleOrder;
import dev.orderly.view.VisibleStatus;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes what a caller may see of an order as a JSON body. */
final class OrderBodies {

    private OrderBodies() {}

    static OrderBody of(VisibleOrder order, RoleView view, Instant now) {
        return new OrderBody(
                order.number(),
                order.workflow(),
                order.version(),
                status(order.status()),
                order.since(),
                order.done(),
                order.sequence(),
                order.placedAt(),
                customer(order.customer()),
                order.lines().stream()
                        .map(line -> line(line, order.items(), view))
                        .toList(),
                text(order.total()),
                order.parcels().stream().map(parcel -> parcel(parcel, view)).toList(),
                values(order.fields()),
                flows(order),
                order.cases().stream().map(OrderBodies::caseBody).toList(),
                order.muted(),
                timer(order),
                order.overdueAt(),
                order.isOverdueAt(now));
    }

    static OrderBody.StatusBody status(VisibleStatus status) {
        return new OrderBody.StatusBody(
                status.name(), status.label(), status.note().isEmpty() ? null : status.note());
    }

    private static OrderBody.CustomerBody customer(Customer customer) {
        return new OrderBody.CustomerBody(customer.email(), customer.name(), customer.language());
    }

    private static OrderBody.LineBody line(Line line, ItemCounts items, RoleView view) {
        return new OrderBody.LineBody(
                line.id(),
                line.sku(),
                line.title(),
                line.quantity(),
                text(line.price()),
                text(line.total()),
                line.availableFrom(),
                line.imageUrl(),
                line.productUrl(),
                items.isEmpty() ? null : units(items.of(line.id()), view));
    }

    private static List<OrderBody.UnitsBody> units(Map<String, Integer> counts, RoleView view) {
        return view.itemStatuses().stream()
                .filter(counts::containsKey)
                .map(status -> new OrderBody.UnitsBody(itemStatus(status, view), counts.getOrDefault(status, 0)))
                .toList();
    }

    static OrderBody.ItemStatusBody itemStatus(String status, RoleView view) {
        return new OrderBody.ItemStatusBody(status, view.itemStatusLabel(status));
    }

    private static @Nullable String text(@Nullable Money amount) {
        return amount == null ? null : amount.toString();
    }

    private static OrderBody.ParcelBody parcel(Parcel parcel, RoleView view) {
        String carrier = parcel.carrier();
        return new OrderBody.ParcelBody(
                carrier,
                carrier == null ? null : view.carrierLabel(carrier),
                parcel.trackingNumber(),
                parcel.link(),
                parcel.contents().isEmpty() ? null : contents(parcel.contents()));
    }

    private static List<OrderBody.QuantityBody> contents(Map<String, Integer> contents) {
        List<OrderBody.QuantityBody> quantities = new ArrayList<>();
        contents.forEach((line, quantity) -> quantities.add(new OrderBody.QuantityBody(line, quantity)));
        return quantities;
    }

    private static @Nullable List<OrderBody.FlowBody> flows(VisibleOrder order) {
        List<OrderBody.FlowBody> flows = order.flows().stream()
                .map(flow -> new OrderBody.FlowBody(
                        flow.ref().type(), flow.label(), status(flow.status()), flow.since(), !flow.open()))
                .toList();
        return flows.isEmpty() ? null : flows;
    }

    private static OrderBody.OrderCaseBody caseBody(VisibleCase aCase) {
        return new OrderBody.OrderCaseBody(
                aCase.ref().id(),
                aCase.ref().type(),
                aCase.label(),
                status(aCase.status()),
                aCase.since(),
                aCase.open(),
                values(aCase.fields()));
    }

    private static OrderBody.@Nullable DeadlineBody timer(VisibleOrder order) {
        Deadline deadline = order.deadline();
        if (deadline == null) {
            return null;
        }
        CaseRef ref = deadline.caseRef();
        boolean isFlow = order.flows().stream().anyMatch(flow -> flow.ref().equals(ref));
        return new OrderBody.DeadlineBody(
                deadline.at(),
                deadline.event(),
                ref == null ? null : ref.id(),
                ref == null || !isFlow ? null : ref.type());
    }

    static @Nullable Map<String, Object> values(@Nullable Data data) {
        return data == null ? null : plain(data.asMap());
    }

    /** Values as JSON has them; dates, times and money as the texts by which they are given. */
    static Map<String, Object> plain(Map<String, Object> values) {
        Map<String, Object> plain = new TreeMap<>();
        values.forEach((name, value) -> plain.put(name, FieldType.plainValue(value)));
        return plain;
    }
}
