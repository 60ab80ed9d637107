package dev.orderly.testkit;

import dev.orderly.Orders;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a scenario, and what it is addressed to. Immutable. */
public sealed interface ScenarioStep {

    /** What is asked. */
    Request request();

    /** The same with another request. */
    ScenarioStep with(Request other);

    /** The same asked by somebody else. */
    default ScenarioStep by(Actor actor) {
        return with(request().withActor(actor));
    }

    /**
     * The answer of a decider; empty where the step does not suit, for an order is placed once, and only then moved.
     *
     * @param order the order as it is; null until it is placed
     */
    Optional<Decision> ask(Decider decider, String number, @Nullable Order order);

    /** Asks for it where orders are kept. */
    Decision fire(Orders orders, String number);

    /**
     * Places the order.
     *
     * @param request what is asked
     */
    record Place(Request request) implements ScenarioStep {

        @Override
        public Place with(Request other) {
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
     * @param request what is asked
     */
    record Move(Request request) implements ScenarioStep {

        @Override
        public Move with(Request other) {
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
     * @param request what is asked
     */
    record OpenCase(String type, Request request) implements ScenarioStep {

        @Override
        public OpenCase with(Request other) {
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
     * @param request what is asked
     */
    record MoveCase(int caseId, Request request) implements ScenarioStep {

        @Override
        public MoveCase with(Request other) {
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
