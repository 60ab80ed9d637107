package dev.orderly.http.api;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Data;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An event to fire on an order or a case.
 *
 * @param event the event
 * @param data values for fields, as texts, numbers, or true and false
 * @param comment a remark to record with it
 */
public record NewEvent(
        String event,
        @Nullable Map<String, Object> data,
        @Nullable String comment) {

    /** The request that the body makes. */
    Request request(Actor actor) {
        BodyValidation validation = BodyValidation.none().require("/event", event);
        Data values = data(data, validation);
        validation.check();
        return withRemark(Request.of(event, actor).with(values), comment);
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
