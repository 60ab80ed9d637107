package dev.orderly.http.api;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order to place.
 *
 * @param number the order's number
 * @param workflow the workflow that it follows; left out, the shop's first
 * @param event the event by which it starts; left out, the only one that starts orders of this workflow
 * @param customer the customer
 * @param lines what is ordered
 * @param data values for fields, as texts, numbers, or true and false
 * @param comment a remark to record with it
 */
public record NewOrder(
        String number,
        @Nullable String workflow,
        @Nullable String event,
        OrderBody.@Nullable CustomerBody customer,
        @Nullable List<OrderBody.LineBody> lines,
        @Nullable Map<String, Object> data,
        @Nullable String comment) {

    /** The request that the body makes. */
    Request request(Actor actor, Workflow flow) {
        BodyValidation validation = BodyValidation.none().require("/number", number);
        String start = event == null ? NewCase.onlyStart(flow, validation) : event;
        Data values = NewEvent.data(data, validation);
        Line[] ordered = lines(validation);
        validation.check();
        Customer who = customer == null
                ? Customer.UNKNOWN
                : Customer.UNKNOWN.withEmail(customer.email()).withName(customer.name()).withLanguage(customer.language());
        return NewEvent.withRemark(
                Request.of(start, actor).with(values).withCustomer(who).withLines(ordered), comment);
    }

    private Line[] lines(BodyValidation validation) {
        List<OrderBody.LineBody> items = lines == null ? List.of() : lines;
        Line[] ordered = new Line[items.size()];
        for (int i = 0; i < ordered.length; i++) {
            OrderBody.LineBody item = items.get(i);
            String at = "/lines/" + i;
            boolean complete = item != null && item.sku() != null && item.title() != null;
            validation.require(at, complete, "a line needs a sku, a title and a quantity");
            if (complete) {
                validation.require(at + "/quantity", item.quantity() > 0, "the quantity must be at least 1");
                ordered[i] = Line.of(item.sku(), item.title(), Math.max(1, item.quantity())).withAvailableFrom(item.availableFrom());
            }
        }
        return ordered;
    }
}
