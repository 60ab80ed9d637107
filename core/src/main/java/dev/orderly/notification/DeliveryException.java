package dev.orderly.notification;

import org.jspecify.annotations.Nullable;

/**
 * A message was not taken over by whoever was to carry it on. Its message is kept in the outbox and logged, so it must
 * tell nothing personal, such as an address.
 */
public final class DeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean permanent;

    private DeliveryException(String problem, boolean permanent, @Nullable Throwable cause) {
        super(problem, cause);
        this.permanent = permanent;
    }

    /** A problem that may pass, such as a server that does not answer: the message is tried again later. */
    public static DeliveryException temporary(String problem, @Nullable Throwable cause) {
        return new DeliveryException(problem, false, cause);
    }

    /** A problem that stays, such as an address that does not exist: the message is parked at once. */
    public static DeliveryException permanent(String problem, @Nullable Throwable cause) {
        return new DeliveryException(problem, true, cause);
    }

    /** Tells whether trying again is no use. */
    public boolean isPermanent() {
        return permanent;
    }
}
