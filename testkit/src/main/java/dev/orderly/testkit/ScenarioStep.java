package dev.orderly.testkit;

import dev.orderly.Orders;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of a scenario with what it is addressed to. Immutable. */
public sealed interface ScenarioStep {

    /** The request. */
    Request request();

    /** The same step with another request. */
    ScenarioStep withRequest(Request other);

    /** The same step by another actor. */
    default ScenarioStep withActor(Actor actor) {
        return withRequest(request().withActor(actor));
    }

    /**
     * The answer of a decider; empty where the step does not suit, for an order is placed once, and only then moved.
     *
     * @param order the order as it is; null until it is placed
     */
    Optional<Decision> ask(Decider decider, String number, @Nullable Order order);

    /** The answer of orders in a store, which keeps what was accepted. */
    Decision fire(Orders orders, String number);

    /**
     * Places the order.
     *
     * @param request the request
     */
    record Place(Request request) implements ScenarioStep {

        @Override
        public Place withRequest(Request other) {
            return new Place(other);
        }

        @Override
        public Decision fire(Orders orders, String number) {
            return orders.place(number, request);
        }

        @Override
        public Optional<Decision> ask(Decider decider, String number, @Nullable Order order) {
            return order == null ? Optional.of(decider.place(number, request)) : Optional.empty();
        }

        @Override
        public String toString() {
            return RequestText.of(request);
        }
    }

    /**
     * Moves the order.
     *
     * @param request the request
     */
    record Move(Request request) implements ScenarioStep {

        @Override
        public Move withRequest(Request other) {
            return new Move(other);
        }

        @Override
        public Decision fire(Orders orders, String number) {
            return orders.fire(number, request);
        }

        @Override
        public Optional<Decision> ask(Decider decider, String number, @Nullable Order order) {
            return order == null ? Optional.empty() : Optional.of(decider.decide(order, request));
        }

        @Override
        public String toString() {
            return RequestText.of(request);
        }
    }

    /**
     * Opens a case on the order.
     *
     * @param type the kind of case
     * @param request the request
     */
    record OpenCase(String type, Request request) implements ScenarioStep {

        @Override
        public OpenCase withRequest(Request other) {
            return new OpenCase(type, other);
        }

        @Override
        public Decision fire(Orders orders, String number) {
            return orders.openCase(number, type, request);
        }

        @Override
        public Optional<Decision> ask(Decider decider, String number, @Nullable Order order) {
            return order == null ? Optional.empty() : Optional.of(decider.openCase(order, type, request));
        }

        @Override
        public String toString() {
            return "open " + type + ": " + RequestText.of(request);
        }
    }

    /**
     * Moves a case of the order.
     *
     * @param caseId the case's number within the order, from 1
     * @param request the request
     */
    record MoveCase(int caseId, Request request) implements ScenarioStep {

        @Override
        public MoveCase withRequest(Request other) {
            return new MoveCase(caseId, other);
        }

        @Override
        public Decision fire(Orders orders, String number) {
            return orders.fireCase(number, caseId, request);
        }

        @Override
        public Optional<Decision> ask(Decider decider, String number, @Nullable Order order) {
            return order == null ? Optional.empty() : Optional.of(decider.decideCase(order, caseId, request));
        }

        @Override
        public String toString() {
            return "case " + caseId + ": " + RequestText.of(request);
        }
    }
}
