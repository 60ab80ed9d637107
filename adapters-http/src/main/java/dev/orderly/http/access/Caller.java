package dev.orderly.http.access;

import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The identified sender of a request: the actor in whose name it is made, and the orders that exist for that actor.
 * Immutable.
 */
public final class Caller {

    private final Actor actor;
    private final @Nullable String email;
    private final @Nullable String onlyOrder;
    private final Predicate<Order> sees;

    private Caller(Actor actor, @Nullable String email, @Nullable String onlyOrder, Predicate<Order> sees) {
        this.actor = actor;
        this.email = email;
        this.onlyOrder = onlyOrder;
        this.sees = sees;
    }

    /**
     * An actor who works for the shop, and sees all of its orders.
     *
     * @throws IllegalArgumentException if the role is the customer's, who sees his own orders only: see {@link
     *     #customer}
     */
    public static Caller of(Actor actor) {
        if (actor.role().equals(Workflow.CUSTOMER)) {
            throw new IllegalArgumentException(
                    "a customer must not see all orders: use Caller.customer(email), which shows those of that address");
        }
        return new Caller(actor, null, null, order -> true);
    }

    /**
     * A customer, who sees the orders of an e-mail address, letter case aside.
     *
     * @param email an address that the host application has made sure of
     */
    public static Caller customer(String email) {
        return new Caller(
                Actor.of(Workflow.CUSTOMER),
                email,
                null,
                order -> email.equalsIgnoreCase(order.customer().email()));
    }

    /**
     * Internal: the customer of one order, who proved to know its number and e-mail address a short time ago. The order
     * exists for this caller as long as it has an e-mail address.
     */
    public static Caller ofOrder(String number) {
        return new Caller(Actor.of(Workflow.CUSTOMER), null, number, order -> {
            String email = order.customer().email();
            return order.number().equals(number) && email != null && !email.isBlank();
        });
    }

    /** The same caller, for whom only some of these orders exist: of a marketplace's, say, those of one seller. */
    public Caller seeing(Predicate<Order> some) {
        return new Caller(actor, email, onlyOrder, sees.and(some));
    }

    /** In whose name requests are made. */
    public Actor actor() {
        return actor;
    }

    /** The e-mail address whose orders a customer sees; null for all other callers. */
    public @Nullable String email() {
        return email;
    }

    /** Internal: the number of the only order that can exist for this caller; null if there is no such limit. */
    public @Nullable String onlyOrder() {
        return onlyOrder;
    }

    /** Whether an order exists for this caller. */
    public boolean sees(Order order) {
        return sees.test(order);
    }

    /** The actor; no e-mail address, which must not come into a log. */
    @Override
    public String toString() {
        return "Caller[" + actor + "]";
    }
}
