package dev.orderly.http.access;

import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.workflow.Workflow;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who is known: the actor in whose name requests are made, and the orders that exist for them. Immutable. */
public final class Caller {

    private final Actor actor;
    private final @Nullable String email;
    private final Predicate<Order> sees;

    private Caller(Actor actor, @Nullable String email, Predicate<Order> sees) {
        this.actor = actor;
        this.email = email;
        this.sees = sees;
    }

    /**
     * Somebody who works for the shop, and sees all of its orders.
     *
     * @throws IllegalArgumentException if the role is the customer's, who sees his own orders only: see {@link #customer}
     */
    public static Caller of(Actor actor) {
        if (actor.role().equals(Workflow.CUSTOMER)) {
            throw new IllegalArgumentException(
                    "a customer must not see all orders: use Caller.customer(email), which shows those of that address");
        }
        return new Caller(actor, null, order -> true);
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
                order -> email.equalsIgnoreCase(order.customer().email()));
    }

    /** The same, for whom of these orders only some exist: of a marketplace's, say, those of one seller. */
    public Caller seeing(Predicate<Order> some) {
        return new Caller(actor, email, sees.and(some));
    }

    /** In whose name requests are made. */
    public Actor actor() {
        return actor;
    }

    /** The e-mail address whose orders a customer sees; null for everybody else. */
    public @Nullable String email() {
        return email;
    }

    /** Tells whether an order exists for this caller. */
    public boolean sees(Order order) {
        return sees.test(order);
    }

    /** The actor; no e-mail address, which must not come into a log. */
    @Override
    public String toString() {
        return "Caller[" + actor + "]";
    }
}
