package dev.orderly.order;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.MovedItems;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One accepted transition, of the order or of one of its cases. Immutable. */
public final class TransitionEntry implements Activity {

    private final long sequence;
    private final @Nullable CaseRef caseRef;
    private final @Nullable String from;
    private final String event;
    private final String to;
    private final Actor actor;
    private final Instant at;
    private final Data data;
    private final @Nullable String comment;
    private final @Nullable String requestId;
    private final @Nullable Placement placement;
    private final List<MovedItems> items;
    private final boolean parcel;

    private TransitionEntry(Builder parts) {
        sequence = parts.sequence;
        actor = parts.actor;
        at = parts.at;
        event = parts.event;
        to = parts.to;
        caseRef = parts.caseRef;
        from = parts.from;
        data = parts.data;
        comment = parts.comment;
        requestId = parts.requestId;
        placement = parts.placement;
        items = List.copyOf(parts.items);
        parcel = parts.parcel;
    }

    /** Starts the entry of an event that led to a status. */
    public static Builder builder(long sequence, Actor actor, Instant at, String event, String to) {
        return new Builder(sequence, actor, at, event, to);
    }

    /** Starts an entry that has everything this one has. */
    public Builder toBuilder() {
        return new Builder(sequence, actor, at, event, to)
                .caseRef(caseRef)
                .from(from)
                .data(data)
                .comment(comment)
                .requestId(requestId)
                .placement(placement)
                .items(items)
                .parcel(parcel);
    }

    @Override
    public long sequence() {
        return sequence;
    }

    /** The case that moved; null if the order itself did. */
    public @Nullable CaseRef caseRef() {
        return caseRef;
    }

    /** The status before; null for the start of an order or a case. */
    public @Nullable String from() {
        return from;
    }

    /** What happened. */
    public String event() {
        return event;
    }

    /** The status after. */
    public String to() {
        return to;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public Instant at() {
        return at;
    }

    /** The data of the request, canonical. */
    public Data data() {
        return data;
    }

    /** The actor's comment; null for none. */
    public @Nullable String comment() {
        return comment;
    }

    @Override
    public @Nullable String requestId() {
        return requestId;
    }

    /** What was settled at the start of the order; null for every later entry. */
    public @Nullable Placement placement() {
        return placement;
    }

    /** The units that went from one item status to another, line by line; empty where none did. */
    public List<MovedItems> items() {
        return items;
    }

    /** Whether those units were put into the parcel whose tracking number the order then had. */
    public boolean parcel() {
        return parcel;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.transition(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof TransitionEntry that
                        && sequence == that.sequence
                        && Objects.equals(caseRef, that.caseRef)
                        && Objects.equals(from, that.from)
                        && event.equals(that.event)
                        && to.equals(that.to)
                        && actor.equals(that.actor)
                        && at.equals(that.at)
                        && data.equals(that.data)
                        && Objects.equals(comment, that.comment)
                        && Objects.equals(requestId, that.requestId)
                        && Objects.equals(placement, that.placement)
                        && items.equals(that.items)
                        && parcel == that.parcel);
    }

    @Override
    public int hashCode() {
        return Objects.hash(
                sequence, caseRef, from, event, to, actor, at, data, comment, requestId, placement, items, parcel);
    }

    /** Nothing personal: neither data nor comment nor who acted must reach a log by accident. */
    @Override
    public String toString() {
        return "TransitionEntry[" + sequence + ", "
                + (caseRef == null ? "" : caseRef.type() + " " + caseRef.id() + ", ") + event + ": "
                + (from == null ? "start" : from) + " → " + to + ", by " + actor.role() + " at " + at + "]";
    }

    /** Collects the parts of a {@link TransitionEntry}. Not thread-safe. */
    public static final class Builder {

        private final long sequence;
        private Actor actor;
        private final Instant at;
        private final String event;
        private final String to;
        private @Nullable CaseRef caseRef;
        private @Nullable String from;
        private Data data = Data.EMPTY;
        private @Nullable String comment;
        private @Nullable String requestId;
        private @Nullable Placement placement;
        private List<MovedItems> items = List.of();
        private boolean parcel;

        private Builder(long sequence, Actor actor, Instant at, String event, String to) {
            this.sequence = sequence;
            this.actor = actor;
            this.at = at;
            this.event = event;
            this.to = to;
        }

        /** Another actor. */
        public Builder actor(Actor who) {
            actor = who;
            return this;
        }

        /** The case that moved; null for the order itself. */
        public Builder caseRef(@Nullable CaseRef value) {
            caseRef = value;
            return this;
        }

        /** The status before; null for the start of an order or a case. */
        public Builder from(@Nullable String value) {
            from = value;
            return this;
        }

        /** The data of the request, canonical. */
        public Builder data(Data value) {
            data = value;
            return this;
        }

        /** The actor's comment; null for none. */
        public Builder comment(@Nullable String value) {
            comment = value;
            return this;
        }

        /** The id of the request; null for none. */
        public Builder requestId(@Nullable String value) {
            requestId = value;
            return this;
        }

        /** What is settled at the start of the order; null for every later entry. */
        public Builder placement(@Nullable Placement value) {
            placement = value;
            return this;
        }

        /** The units that went from one item status to another. */
        public Builder items(List<MovedItems> moved) {
            items = moved;
            return this;
        }

        /** Whether those units were put into the parcel whose tracking number the order then had. */
        public Builder parcel(boolean packed) {
            parcel = packed;
            return this;
        }

        /** The entry. */
        public TransitionEntry build() {
            return new TransitionEntry(this);
        }
    }
}
