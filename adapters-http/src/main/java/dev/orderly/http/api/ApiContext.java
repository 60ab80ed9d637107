package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.decision.Rejected;
import dev.orderly.http.access.Caller;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Workflow;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A request of somebody who is known: what exists for them, and how they read it. */
final class ApiContext {

    private final Orders orders;
    private final Clock clock;
    private final Caller caller;
    private final boolean byTicket;
    private final List<Locale> languages;

    ApiContext(Orders orders, Clock clock, Caller caller, boolean byTicket, List<Locale> languages) {
        this.orders = orders;
        this.clock = clock;
        this.caller = caller;
        this.byTicket = byTicket;
        this.languages = languages;
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

    /** The caller's view of an order: in the first language of the request that the workflow has, or else the customer's. */
    RoleView view(Order order) {
        return view(orders.workflowOf(order), order.customer().language());
    }

    RoleView view(Workflow workflow) {
        return view(workflow, null);
    }

    private RoleView view(Workflow workflow, @Nullable String customersLanguage) {
        return RoleView.of(workflow, actor().role(), language(workflow.languages(), customersLanguage));
    }

    private String language(List<String> known, @Nullable String customersLanguage) {
        for (Locale accepted : languages) {
            if (known.contains(accepted.getLanguage())) {
                return accepted.getLanguage();
            }
        }
        if (customersLanguage != null && known.contains(customersLanguage)) {
            return customersLanguage;
        }
        return known.contains("en") ? "en" : known.get(0);
    }

    /** A refusal, in the words of the order's workflow. */
    ProblemException refused(Rejected refusal, Order order) {
        return RefusalProblems.of(refusal, view(order));
    }

    ActionsBody actions(Order order) {
        return Actions.of(order, orders.available(order, actor()), orders.caseOptions(order, actor()), view(order));
    }

    OrderBody body(Order order) {
        RoleView view = view(order);
        return OrderBodies.of(view.order(order), view, clock.instant());
    }
}
