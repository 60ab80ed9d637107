package dev.orderly.order;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry that an order moved to another version of its workflow. Immutable. */
public final class Migration implements Activity {

    /** What stands for a migration in an order's trail; no event can have this name. */
    public static final String EVENT = "(migration)";

    private final long sequence;
    private final Actor actor;
    private final Instant at;
    private final int fromVersion;
    private final int toVersion;
    private final String from;
    private final String to;
    private final @Nullable String requestId;

    private Migration(Builder parts) {
        sequence = parts.sequence;
        actor = parts.actor;
        at = parts.at;
        fromVersion = parts.fromVersion;
        toVersion = parts.toVersion;
        from = parts.from;
        to = parts.to;
        requestId = parts.requestId;
    }

    /** Starts the entry of a migration between two versions and the statuses of the order in them. */
    public static Builder builder(
            long sequence, Actor actor, Instant at, int fromVersion, int toVersion, String from, String to) {
        return new Builder(sequence, actor, at, fromVersion, toVersion, from, to);
    }

    /** Starts an entry that has everything this one has. */
    public Builder toBuilder() {
        return new Builder(sequence, actor, at, fromVersion, toVersion, from, to).requestId(requestId);
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

    /** The version before. */
    public int fromVersion() {
        return fromVersion;
    }

    /** The version after. */
    public int toVersion() {
        return toVersion;
    }

    /** The status before. */
    public String from() {
        return from;
    }

    /** The status after: the same, or what it is called now. */
    public String to() {
        return to;
    }

    @Override
    public @Nullable String requestId() {
        return requestId;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.migration(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Migration that
                        && sequence == that.sequence
                        && actor.equals(that.actor)
                        && at.equals(that.at)
                        && fromVersion == that.fromVersion
                        && toVersion == that.toVersion
                        && from.equals(that.from)
                        && to.equals(that.to)
                        && Objects.equals(requestId, that.requestId));
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, actor, at, fromVersion, toVersion, from, to, requestId);
    }

    /** Nothing personal: who asked for it must not reach a log by accident. */
    @Override
    public String toString() {
        return "Migration[" + sequence + ", " + from + " of version " + fromVersion + " → " + to + " of version "
                + toVersion + ", by " + actor.role() + " at " + at + "]";
    }

    /** Collects the parts of a {@link Migration}. Not thread-safe. */
    public static final class Builder {

        private final long sequence;
        private Actor actor;
        private final Instant at;
        private final int fromVersion;
        private final int toVersion;
        private final String from;
        private final String to;
        private @Nullable String requestId;

        private Builder(
                long sequence, Actor actor, Instant at, int fromVersion, int toVersion, String from, String to) {
            this.sequence = sequence;
            this.actor = actor;
            this.at = at;
            this.fromVersion = fromVersion;
            this.toVersion = toVersion;
            this.from = from;
            this.to = to;
        }

        /** Another actor. */
        public Builder actor(Actor who) {
            actor = who;
            return this;
        }

        /** The id of the request; null for none. */
        public Builder requestId(@Nullable String value) {
            requestId = value;
            return this;
        }

        /** The entry. */
        public Migration build() {
            return new Migration(this);
        }
    }
}
