package dev.orderly.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notifications of an order turned off or on again.
 *
 * @param muted true for off
 */
public record NotificationPreference(
        long sequence,
        Actor actor,
        Instant at,
        boolean muted,
        @Nullable String requestId) implements Activity {
    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.notificationPreference(this);
    }
}
