package dev.orderly.mail;

import dev.orderly.notification.Notification;
import dev.orderly.workflow.Workflow;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is written to. {@link #customers()} knows the orders' customers; a shop adds the other roles that its workflow
 * tells:
 *
 * <pre>{@code
 * Recipients.customers()
 *         .or("staff", n -> Recipient.at("orders@shop.example"))
 *         .or("seller", n -> sellers.of(n.order().number()));
 * }</pre>
 *
 * It is called by several threads at once.
 */
@FunctionalInterface
public interface Recipients {

    /** Who is told; empty if there is nobody, and then nothing is sent. */
    Optional<Recipient> of(Notification notification);

    /** For the role {@code customer}, the order's customer, if an e-mail address is known; for any other role nobody. */
    static Recipients customers() {
        return notification -> notification.message().to().equals(Workflow.CUSTOMER)
                ? Recipient.of(notification.order().customer())
                : Optional.empty();
    }

    /** These recipients, and for one role those that a function names; it may give null for nobody. */
    default Recipients or(String role, Function<Notification, @Nullable Recipient> others) {
        return notification -> notification.message().to().equals(role)
                ? Optional.ofNullable(others.apply(notification))
                : of(notification);
    }
}
