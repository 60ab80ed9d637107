package dev.orderly.cli.demo;

import dev.orderly.Orders;
import dev.orderly.SweepReport;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.AcceptedStep;
import dev.orderly.decision.Decision;
import dev.orderly.decision.LineQuantity;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One order's story: each step happens through {@link Orders} at the local time that the story says, and is printed.
 */
final class Scene {

    private final String number;
    private final ZoneId zone;
    private final StoryClock clock;
    private final Orders orders;
    private final StoryObserver audience;
    private final Customer customer;
    private Line[] lines = {};

    Scene(Workflow workflow, String number, Customer customer, StoryObserver audience) {
        this.number = number;
        this.zone = workflow.calendar().zone();
        this.clock = new StoryClock(zone);
        InMemoryOrderStore store = new InMemoryOrderStore();
        this.orders = Orders.builder(store).workflow(workflow).clock(clock).build();
        this.customer = customer;
        this.audience = audience;
        audience.comes(store, clock);
    }

    /** What is ordered. */
    Scene of(Line... ordered) {
        lines = ordered.clone();
        return this;
    }

    /** Places the order; the data are written {@code field=value}. */
    Scene place(String time, String... data) {
        Request request =
                request("place", Actor.of("customer"), data).withLines(lines).withCustomer(customer);
        return step(time, request, r -> orders.place(number, r));
    }

    /** An actor fires an event on the order; the data are written {@code field=value}. */
    Scene then(String time, String event, String actor, String... data) {
        return step(time, request(event, actor(actor), data), r -> orders.fire(number, r));
    }

    /** The same for some units of a line only. */
    Scene some(String time, String event, String actor, LineQuantity units, String... data) {
        return step(time, request(event, actor(actor), data).withItems(units), r -> orders.fire(number, r));
    }

    /** An actor opens a case. */
    Scene opens(String time, String type, String event, String actor, String... data) {
        return step(time, request(event, actor(actor), data), r -> orders.openCase(number, type, r));
    }

    /** An actor fires an event on the order's first case. */
    Scene inCase(String time, String event, String actor, String... data) {
        return step(time, request(event, actor(actor), data), r -> orders.fireCase(number, 1, r));
    }

    /** An actor writes a comment. */
    Scene says(String time, String actor, String text) {
        orders.comment(number, CommentRequest.of(actor(actor), text).withTime(set(time)));
        audience.said(clock.instant(), actor(actor), text);
        return this;
    }

    /** The program sweeps expired deadlines. */
    Scene sweep(String time) {
        Instant at = set(time);
        Order before = order();
        SweepReport report = orders.sweep();
        for (Accepted fired : report.fired()) {
            happened(fired, before);
        }
        if (report.fired().isEmpty()) {
            audience.remark(at, "(deadlines)", "nothing is due");
        }
        return this;
    }

    /** The shop looks whether the order is late. */
    Scene look(String time) {
        Instant at = set(time);
        Order order = order();
        boolean overdue = order != null && order.isOverdueAt(at);
        audience.remark(at, "(list of orders)", overdue ? "the order is shown as overdue" : "the order is in time");
        return this;
    }

    private Scene step(String time, Request request, Function<Request, Decision> ask) {
        Instant at = set(time);
        Order before = order();
        Decision decision = ask.apply(request);
        if (decision instanceof Accepted accepted) {
            happened(accepted, before);
        } else if (decision instanceof Rejected rejected) {
            audience.refused(at, request.event(), request.actor(), request.data(), rejected);
        }
        return this;
    }

    /** What was asked for, and what followed by itself. */
    private void happened(Accepted accepted, @Nullable Order before) {
        Order last = before;
        for (AcceptedStep step : accepted.steps()) {
            audience.happened(step.entry(), last, step.order());
            last = step.order();
        }
    }

    private @Nullable Order order() {
        return orders.find(number).orElse(null);
    }

    private Instant set(String time) {
        clock.set(LocalDateTime.parse(time).atZone(zone).toInstant());
        return clock.instant();
    }

    private static Request request(String event, Actor actor, String... data) {
        Request request = Request.of(event, actor);
        for (String value : data) {
            int sign = value.indexOf('=');
            request = request.with(value.substring(0, sign), value.substring(sign + 1));
        }
        return request;
    }

    private static Actor actor(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? Actor.of(text) : Actor.of(text.substring(0, colon), text.substring(colon + 1));
    }
}
