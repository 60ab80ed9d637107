package dev.orderly.testkit.internal.scenario;

import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.OrderFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an order with the data of a request over them, on which the conditions of a transition are evaluated.
 *
 * @param order the order as it is
 * @param data the request's data, canonical
 */
public record MergedFacts(OrderView order, Data data) implements OrderFacts {

    @Override
    public String number() {
        return order.number();
    }

    @Override
    public Instant since() {
        return order.since();
    }

    @Override
    public @Nullable Object field(String name) {
        Object given = data.get(name);
        return given == null ? order.field(name) : given;
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return order.timeOf(event);
    }
}
