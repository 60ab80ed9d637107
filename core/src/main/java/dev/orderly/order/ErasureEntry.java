package dev.orderly.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An entry that personal data were erased from the entries before it: what identifies the customer, all comments and
 * attachments, and the values of some fields. Immutable.
 */
public final class ErasureEntry implements Activity {

    private final long sequence;
    private final Actor actor;
    private final Instant at;
    private final List<String> fields;

    private ErasureEntry(long sequence, Actor actor, Instant at, List<String> fields) {
        this.sequence = sequence;
        this.actor = actor;
        this.at = at;
        this.fields = fields;
    }

    /**
     * An erasure.
     *
     * @param fields the names of the fields whose values were erased
     */
    public static ErasureEntry of(long sequence, Actor actor, Instant at, Collection<String> fields) {
        return new ErasureEntry(sequence, actor, at, List.copyOf(new TreeSet<>(fields)));
    }

    /** The same by another actor. */
    public ErasureEntry withActor(Actor who) {
        return new ErasureEntry(sequence, who, at, fields);
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

    /** The names of the fields whose values were erased, each once, sorted. */
    public List<String> fields() {
        return fields;
    }

    /** Null: a repeated erasure is carried out again. */
    @Override
    public @Nullable String requestId() {
        return null;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.erasure(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ErasureEntry that
                        && sequence == that.sequence
                        && actor.equals(that.actor)
                        && at.equals(that.at)
                        && fields.equals(that.fields));
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, actor, at, fields);
    }

    /** Nothing personal: who asked for it must not reach a log by accident. */
    @Override
    public String toString() {
        return "ErasureEntry[" + sequence + ", by " + actor.role() + " at " + at + "]";
    }
}
