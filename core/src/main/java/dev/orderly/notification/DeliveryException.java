package dev.orderly.notification;

import dev.orderly.workflow.OrderlyException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a {@link Channel} that could not deliver a message. The exception's text is stored in the outbox and
 * logged, so it must contain no personal data, such as an address.
 */
public final class DeliveryException extends OrderlyException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    private DeliveryException(String problem, boolean permanent, @Nullable Throwable cause) {
        super(problem, cause);
        this.permanent = permanent;
    }

    /** A transient failure, such as a server that does not answer: the message is retried after a back-off. */
    public static DeliveryException temporary(String problem, @Nullable Throwable cause) {
        return new DeliveryException(problem, false, cause);
    }

    /** A permanent failure, such as an address that does not exist: the message becomes a dead letter at once. */
    public static DeliveryException permanent(String problem, @Nullable Throwable cause) {
        return new DeliveryException(problem, true, cause);
    }

    /** Whether retrying is pointless. */
    public boolean isPermanent() {
        return permanent;
    }
}
