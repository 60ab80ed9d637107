package dev.orderly.testkit.internal.scenario;

import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.OrderFacts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order with the data of a request: what the conditions of a transition look at.
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
        Object told = data.get(name);
        return told == null ? order.field(name) : told;
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return order.timeOf(event);
    }
}
