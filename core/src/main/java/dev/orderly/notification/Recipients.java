package dev.orderly.notification;

import dev.orderly.workflow.Workflow;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The port by which a channel finds the recipient of a notification. {@link #customers()} knows the orders' customers;
 * a shop adds the other roles that its workflow notifies:
 *
 * <pre>{@code
 * Recipients.customers()
 *         .or("staff", n -> Recipient.of("orders@shop.example"))
 *         .or("seller", n -> sellers.of(n.order().number()));
 * }</pre>
 *
 * A channel calls it from several threads at once.
 */
@FunctionalInterface
public interface Recipients {

    /** The recipient of a notification; empty if the role has no address, and then nothing is sent. */
    Optional<Recipient> of(Notification notification);

    /** The order's customer for the role {@code customer}, if an e-mail address is known; no other role has one. */
    static Recipients customers() {
        return notification -> notification.message().to().equals(Workflow.CUSTOMER)
                ? Recipient.customer(notification.order().customer())
                : Optional.empty();
    }

    /**
     * These recipients, and for one role those that a function gives.
     *
     * @param others the role's recipient of a notification; null for none
     */
    default Recipients or(String role, Function<Notification, @Nullable Recipient> others) {
        return notification -> notification.message().to().equals(role)
                ? Optional.ofNullable(others.apply(notification))
                : of(notification);
    }
}
