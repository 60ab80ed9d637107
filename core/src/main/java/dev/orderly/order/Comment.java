package dev.orderly.order;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry with what an actor said about an order. Immutable. */
public final class Comment implements Activity {

    private final long sequence;
    private final Actor actor;
    private final Instant at;
    private final String text;
    private final Visibility visibility;
    private final List<Attachment> attachments;
    private final @Nullable String requestId;

    private Comment(Builder parts) {
        sequence = parts.sequence;
        actor = parts.actor;
        at = parts.at;
        text = parts.text;
        visibility = parts.visibility;
        attachments = List.copyOf(parts.attachments);
        requestId = parts.requestId;
    }

    /** Starts a comment that everyone may see. */
    public static Builder builder(long sequence, Actor actor, Instant at, String text) {
        return new Builder(sequence, actor, at, text);
    }

    /** Starts an entry that has everything this one has. */
    public Builder toBuilder() {
        return new Builder(sequence, actor, at, text)
                .visibility(visibility)
                .attachments(attachments)
                .requestId(requestId);
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

    /** What was said; may be empty where there is an attachment. */
    public String text() {
        return text;
    }

    /** Who may see it. */
    public Visibility visibility() {
        return visibility;
    }

    /** What came with it. */
    public List<Attachment> attachments() {
        return attachments;
    }

    @Override
    public @Nullable String requestId() {
        return requestId;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.comment(this);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Comment that
                        && sequence == that.sequence
                        && actor.equals(that.actor)
                        && at.equals(that.at)
                        && text.equals(that.text)
                        && visibility.equals(that.visibility)
                        && attachments.equals(that.attachments)
                        && Objects.equals(requestId, that.requestId));
    }

    @Override
    public int hashCode() {
        return Objects.hash(sequence, actor, at, text, visibility, attachments, requestId);
    }

    /** Nothing personal: neither a text nor who wrote it must reach a log by accident. */
    @Override
    public String toString() {
        return "Comment[" + sequence + ", by " + actor.role() + " at " + at + ", for " + visibility + ", "
                + attachments.size() + " files]";
    }

    /** Collects the parts of a {@link Comment}. Not thread-safe. */
    public static final class Builder {

        private final long sequence;
        private Actor actor;
        private final Instant at;
        private String text;
        private Visibility visibility = Visibility.EVERYONE;
        private List<Attachment> attachments = List.of();
        private @Nullable String requestId;

        private Builder(long sequence, Actor actor, Instant at, String text) {
            this.sequence = sequence;
            this.actor = actor;
            this.at = at;
            this.text = text;
        }

        /** Another actor. */
        public Builder actor(Actor who) {
            actor = who;
            return this;
        }

        /** Another text. */
        public Builder text(String words) {
            text = words;
            return this;
        }

        /** Who may see it. */
        public Builder visibility(Visibility value) {
            visibility = value;
            return this;
        }

        /** The files that came with it. */
        public Builder attachments(List<Attachment> value) {
            attachments = value;
            return this;
        }

        /** The id of the request; null for none. */
        public Builder requestId(@Nullable String value) {
            requestId = value;
            return this;
        }

        /** The entry. */
        public Comment build() {
            return new Comment(this);
        }
    }
}
