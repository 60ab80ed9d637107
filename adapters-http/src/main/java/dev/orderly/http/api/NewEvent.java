package dev.orderly.http.api;

import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event to fire on an order or a case.
 *
 * @param event the event
 * @param data values for fields, as texts, numbers, or true and false
 * @param items the units to move; left out or empty for all that can
 * @param comment a remark to record with it
 */
public record NewEvent(
        String event,
        @Nullable Map<String, Object> data,
        @Nullable List<NamedItems> items,
        @Nullable String comment) {

    /**
     * Units of one line.
     *
     * @param line the id of the line
     * @param quantity how many, from 1
     * @param from the item status that they are in; left out for any that the event takes units from
     */
    public record NamedItems(
            String line, int quantity, @Nullable String from) {}

    /** The request that the body makes. */
    Request request(Actor actor) {
        BodyValidation validation = BodyValidation.none().require("/event", event);
        Data values = data(data, validation);
        List<LineQuantity> named = items(validation);
        validation.check();
        return withRemark(Request.of(event, actor).with(values).withItems(named), comment);
    }

    private List<LineQuantity> items(BodyValidation validation) {
        List<NamedItems> given = items == null ? List.of() : items;
        List<LineQuantity> named = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            NamedItems some = given.get(i);
            boolean complete = some != null && some.line() != null;
            validation.require("/items/" + i, complete, "units need a line and a quantity");
            if (complete) {
                named.add(new LineQuantity(some.line(), some.quantity(), some.from()));
            }
        }
        return named;
    }

    /** A request with a remark, if there is one. */
    static Request withRemark(Request request, @Nullable String comment) {
        return comment == null ? request : request.withComment(comment);
    }

    /** The values of a body. */
    static Data data(@Nullable Map<String, Object> given, BodyValidation validation) {
        Map<String, Object> values = new TreeMap<>();
        if (given != null) {
            given.forEach((name, value) -> {
                boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
                validation.require(
                        "/data/" + Json.escaped(name), plain, "a value is a text, a number, or true or false");
                if (plain) {
                    values.put(name, value);
                }
            });
        }
        return Data.of(values);
    }
}
