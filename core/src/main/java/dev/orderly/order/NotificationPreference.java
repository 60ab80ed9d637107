package dev.orderly.order;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry that notifications of an order were turned off, or on again. Immutable. */
public final class NotificationPreference implements Activity {

    private final long sequence;
    private final Actor actor;
    private final Instant at;
    private final boolean muted;
    private final @Nullable String requestId;

    private NotificationPreference(long sequence, Actor actor, Instant at, boolean muted, @Nullable String requestId) {
        this.sequence = sequence;
        this.actor = actor;
        this.at = at;
        this.muted = muted;
        this.requestId = requestId;
    }

    /** Notifications turned off, or on again. */
    public static NotificationPreference of(long sequence, Actor actor, Instant at, boolean muted) {
        return new NotificationPreference(sequence, actor, at, muted, null);
    }

    /** The same by another actor. */
    public NotificationPreference withActor(Actor who) {
        return new NotificationPreference(sequence, who, at, muted, requestId);
    }

    /** The same by a request with an id; null for none. */
    public NotificationPreference withRequestId(@Nullable String id) {
        return new NotificationPreference(sequence, actor, at, muted, id);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Instant at() {
        return at;
    }

    /** True for off. */
    public boolean muted() {
        return muted;
    }

    @Override
    public @Nullable String requestId() {
        return requestId;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.notificationPreference(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NotificationPreference that
                        && sequence == that.sequence
                        && actor.equals(that.actor)
                        && at.equals(that.at)
                        && muted == that.muted
                        && Objects.equals(requestId, that.requestId));
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, actor, at, muted, requestId);
    }

    /** Nothing personal: who asked for it must not reach a log by accident. */
    @Override
    public String toString() {
        return "NotificationPreference[" + sequence + ", " + (muted ? "off" : "on") + ", by " + actor.role() + " at "
                + at + "]";
    }
}
