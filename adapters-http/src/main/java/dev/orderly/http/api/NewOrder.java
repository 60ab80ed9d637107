package dev.orderly.http.api;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
        @Nullable List<NewLine> lines,
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
                : Customer.UNKNOWN
                        .withEmail(customer.email())
                        .withName(customer.name())
                        .withLanguage(customer.language());
        return NewEvent.withRemark(
                Request.of(start, actor).with(values).withCustomer(who).withLines(ordered), comment);
    }

    private Line[] lines(BodyValidation validation) {
        List<NewLine> items = lines == null ? List.of() : lines;
        Line[] ordered = new Line[items.size()];
        for (int i = 0; i < ordered.length; i++) {
            NewLine item = items.get(i);
            String at = "/lines/" + i;
            boolean complete = item != null && item.sku() != null && item.title() != null;
            validation.require(at, complete, "a line needs a sku, a title and a quantity");
            if (complete) {
                ordered[i] = item.line(at, validation);
            }
        }
        return ordered;
    }

    /**
     * A line to order: an article and its quantity.
     *
     * @param id an id that is unique in the order; left out, the line's position
     * @param sku the shop's code for the article
     * @param title its title
     * @param quantity how many, from 1 to 1000000
     * @param price the price of one, such as {@code 39.90 PLN}; either all lines have one, in one currency, or none
     * @param availableFrom the first day on which it can be sent; left out for now
     * @param imageUrl the address of a picture, which begins with {@code https://}
     * @param productUrl the address of a page about the article, which begins with {@code https://}
     */
    public record NewLine(
            @Nullable String id,
            String sku,
            String title,
            int quantity,
            @Nullable String price,
            @Nullable LocalDate availableFrom,
            @Nullable String imageUrl,
            @Nullable String productUrl) {

        private Line line(String at, BodyValidation validation) {
            Line line = validation.read(at + "/quantity", quantity, q -> Line.of(sku, title, q));
            line = line == null ? Line.of(sku, title, 1) : line;
            line = with(line, validation, at + "/id", id, NewLine::withId);
            line = with(line, validation, at + "/price", price, (l, text) -> l.withPrice(Money.parse(text)));
            line = with(line, validation, at + "/imageUrl", imageUrl, Line::withImageUrl);
            line = with(line, validation, at + "/productUrl", productUrl, Line::withProductUrl);
            return line.withAvailableFrom(availableFrom);
        }

        private static <T> Line with(
                Line line, BodyValidation validation, String at, @Nullable T value, BiFunction<Line, T, Line> change) {
            Line changed = value == null ? null : validation.read(at, value, given -> change.apply(line, given));
            return changed == null ? line : changed;
        }

        private static Line withId(Line line, String id) {
            if (id.isEmpty()) {
                throw new IllegalArgumentException("an id has at least one character: leave it out for the position");
            }
            return line.withId(id);
        }
    }
}
