package dev.orderly.decision;

import dev.orderly.order.Actor;
import dev.orderly.order.Line;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.OrderFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order as it would be with a request's data: what the conditions of a transition look at. */
final class Attempt implements OrderFacts {

    private final OrderView order;
    private final Request request;
    private final Input input;
    private final Instant at;

    Attempt(OrderView order, Request request, Input input, Instant at) {
        this.order = order;
        this.request = request;
        this.input = input;
        this.at = at;
    }

    OrderView order() {
        return order;
    }

    Request request() {
        return request;
    }

    Input input() {
        return input;
    }

    Data data() {
        return input.data();
    }

    Actor actor() {
        return request.actor();
    }

    Instant at() {
        return at;
    }

    List<Line> lines() {
        return order.lines();
    }

    /** Whether the order has a value, or the request gives one, be it a wrong one. */
    boolean knows(String field) {
        return input.gives(field) || order.field(field) != null;
    }

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
        Object given = input.data().get(name);
        return given == null ? order.field(name) : given;
    }

    @Override
    public @Nullable Instant timeOf(String event) {
        return order.timeOf(event);
    }
}
