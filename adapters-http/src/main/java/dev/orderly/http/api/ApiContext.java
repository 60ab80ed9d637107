package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.decision.Rejected;
import dev.orderly.http.access.Caller;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** A request of somebody who is known: what exists for them, and how they read it. */
final class ApiContext {

    private final Orders orders;
    private final Clock clock;
    private final Caller caller;
    private final boolean byTicket;
    private final List<Locale> wishes;

    ApiContext(Orders orders, Clock clock, Caller caller, boolean byTicket, List<Locale> wishes) {
        this.orders = orders;
        this.clock = clock;
        this.caller = caller;
        this.byTicket = byTicket;
        this.wishes = wishes;
    }

    static ApiContext of(Orders orders, Clock clock, ContainerRequestContext context) {
        return new ApiContext(
                orders,
                clock,
                AuthenticationFilter.caller(context),
                AuthenticationFilter.isByTicket(context),
                context.getAcceptableLanguages());
    }

    Caller caller() {
        return caller;
    }

    Actor actor() {
        return caller.actor();
    }

    /**
     * An order.
     *
     * @throws ProblemException if there is none, or none for this caller, who cannot tell the difference
     */
    Order order(String number) {
        return orders.find(number)
                .filter(caller::sees)
                .orElseThrow(() -> ProblemType.NOT_FOUND.exception("no such order"));
    }

    /** Everything that happened to an order that there is. */
    History history(Order order) {
        return orders.history(order.number()).orElseThrow();
    }

    /**
     * An order to place, that of a customer with the customer's own address.
     *
     * @throws ProblemException if it is somebody else's, or the caller has a ticket, which is for one order only
     */
    NewOrder owned(NewOrder order) {
        if (!actor().role().equals(Workflow.CUSTOMER)) {
            return order;
        }
        OrderBody.Who who = order.customer() == null ? new OrderBody.Who(null, null, null) : order.customer();
        String own = caller.email();
        if (byTicket || (who.email() != null && !who.email().equalsIgnoreCase(own))) {
            throw ProblemType.FORBIDDEN.exception(
                    "a customer places orders for their own e-mail address, and with no ticket");
        }
        return new NewOrder(
                order.number(),
                order.workflow(),
                order.event(),
                new OrderBody.Who(own, who.name(), who.language()),
                order.lines(),
                order.data(),
                order.comment());
    }

    Readings readings(Order order) {
        return Readings.of(orders.workflowOf(order), wishes, order, actor().role());
    }

    Readings readings(Workflow workflow) {
        return Readings.of(workflow, wishes, null, actor().role());
    }

    /** A refusal, in the words of the order's workflow. */
    ProblemException refused(Rejected refusal, Order order) {
        return RefusalProblems.of(refusal, readings(order));
    }

    ActionsBody actions(Order order) {
        return Actions.of(order, orders.available(order, actor()), orders.caseOptions(order, actor()), readings(order));
    }

    OrderBody body(Order order) {
        return OrderBodies.of(order, readings(order), clock.instant());
    }
}
