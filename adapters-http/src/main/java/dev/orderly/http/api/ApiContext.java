package dev.orderly.http.api;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Recorded;
import dev.orderly.decision.Rejected;
import dev.orderly.http.access.Caller;
import dev.orderly.http.access.CallerOrders;
import dev.orderly.order.Actor;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Workflow;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One request of an identified caller: the orders that exist for the caller, and the caller's view of them. Not
 * thread-safe.
 */
final class ApiContext {

    private final Orders all;
    private final CallerOrders own;
    private final Clock clock;
    private final Caller caller;
    private final List<Locale> languages;

    ApiContext(Orders orders, Clock clock, Caller caller, List<Locale> languages) {
        this.all = orders;
        this.own = CallerOrders.of(orders, caller);
        this.clock = clock;
        this.caller = caller;
        this.languages = languages;
    }

    static ApiContext of(Orders orders, Clock clock, ContainerRequestContext context) {
        return new ApiContext(orders, clock, AuthenticationFilter.caller(context), context.getAcceptableLanguages());
    }

    Caller caller() {
        return caller;
    }

    Actor actor() {
        return caller.actor();
    }

    /** The orders that exist for the caller; every other one is unknown. */
    Orders orders() {
        return own.orders();
    }

    /**
     * An order.
     *
     * @throws ProblemException if there is none, or none for this caller, to whom both look the same
     */
    Order order(String number) {
        return orders().find(number).orElseThrow(ApiContext::unknown);
    }

    /**
     * The history of an order; {@link #order()} is then the order that this history makes.
     *
     * @throws ProblemException if there is no such order, or none for this caller
     */
    History history(String number) {
        return orders().history(number).orElseThrow(ApiContext::unknown);
    }

    /**
     * The order that was looked at last: the one that a step was decided on.
     *
     * @throws ProblemException if there was none, or none for this caller
     */
    Order order() {
        return own.latest().orElseThrow(ApiContext::unknown);
    }

    private static ProblemException unknown() {
        return ProblemType.NOT_FOUND.exception("no such order");
    }

    /**
     * An order to place, that of a customer with the customer's own address.
     *
     * @throws ProblemException if it has another customer's address, or the caller has a ticket, which is for one
     *     order only
     */
    NewOrder owned(NewOrder order) {
        if (!actor().role().equals(Workflow.CUSTOMER)) {
            return order;
        }
        OrderBody.CustomerBody who =
                order.customer() == null ? new OrderBody.CustomerBody(null, null, null) : order.customer();
        String own = caller.email();
        if (caller.onlyOrder() != null || (who.email() != null && !who.email().equalsIgnoreCase(own))) {
            throw ProblemType.FORBIDDEN.exception(
                    "a customer places orders for their own e-mail address, and with no ticket");
        }
        return new NewOrder(
                order.number(),
                order.workflow(),
                order.event(),
                new OrderBody.CustomerBody(own, who.name(), who.language()),
                order.lines(),
                order.data(),
                order.comment());
    }

    /**
     * The caller's view of an order: in the first language of the request that the workflow has, or else the
     * customer's.
     */
    RoleView view(Order order) {
        return view(all.workflowOf(order), order.customer().language());
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

    /**
     * The accepted answer to a request about an order.
     *
     * @throws ProblemException if the request was refused
     */
    Accepted accepted(Decision decision) {
        return accepted(decision, view -> view);
    }

    /** The same for a case, whose workflow has the texts of the refusal. */
    Accepted accepted(Decision decision, UnaryOperator<RoleView> ofCase) {
        if (decision instanceof Rejected refusal) {
            throw RefusalProblems.of(refusal, viewOfRefusal(refusal, ofCase));
        }
        return (Accepted) decision;
    }

    /**
     * The recorded answer to a comment.
     *
     * @throws ProblemException if the comment was refused
     */
    Recorded recorded(CommentResult result) {
        if (result instanceof Rejected refusal) {
            throw RefusalProblems.ofComment(refusal, viewOfRefusal(refusal, view -> view));
        }
        return (Recorded) result;
    }

    /** A request that is refused before an order is read has an id that cannot be, or the number of no order. */
    private RoleView viewOfRefusal(Rejected refusal, UnaryOperator<RoleView> ofCase) {
        boolean unread = own.latest().isEmpty();
        Object field = refusal.reasons().get(0).params().get("field");
        if (refusal.code().equals(Reason.UNKNOWN_ORDER) || (unread && "number".equals(field))) {
            throw unknown();
        }
        return unread ? view(all.workflows().get(0)) : ofCase.apply(view(order()));
    }

    ActionsBody actions(Order order) {
        return Actions.of(order, all.available(order, actor()), all.caseOptions(order, actor()), view(order));
    }

    OrderBody body(Order order) {
        RoleView view = view(order);
        return OrderBodies.of(view.order(order), view, clock.instant());
    }
}
