package dev.orderly.conversation;

import dev.orderly.order.Actor;
import dev.orderly.order.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comment that an actor wants to make on an order. Immutable; each method gives a changed copy. */
public final class CommentRequest {

    private final Actor actor;
    private final String text;
    private final Visibility visibility;
    private final List<Upload> uploads;
    private final @Nullable String id;
    private final @Nullable Instant time;

    private CommentRequest(
            Actor actor,
            String text,
            Visibility visibility,
            List<Upload> uploads,
            @Nullable String id,
            @Nullable Instant time) {
        this.actor = actor;
        this.text = text;
        this.visibility = visibility;
        this.uploads = List.copyOf(uploads);
        this.id = id;
        this.time = time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
    }

    /** A comment that everyone may see. */
    public static CommentRequest of(Actor actor, String text) {
        return new CommentRequest(actor, text, Visibility.EVERYONE, List.of(), null, null);
    }

    /** The same, kept from the customer. */
    public CommentRequest asInternal() {
        return new CommentRequest(actor, text, Visibility.STAFF, uploads, id, time);
    }

    /** The same with files. */
    public CommentRequest withUploads(Upload... files) {
        return new CommentRequest(actor, text, visibility, List.of(files), id, time);
    }

    /** The same with an id, by which a repetition of it is recognised: see {@link #id}. */
    public CommentRequest withId(String name) {
        return new CommentRequest(actor, text, visibility, uploads, name, time);
    }

    /** The same at a certain time. */
    public CommentRequest withTime(Instant when) {
        return new CommentRequest(actor, text, visibility, uploads, id, when);
    }

    /** Who says it. */
    public Actor actor() {
        return actor;
    }

    /** What they say. */
    public String text() {
        return text;
    }

    /** Who may see it. */
    public Visibility visibility() {
        return visibility;
    }

    /** Files that come with it. */
    public List<Upload> uploads() {
        return uploads;
    }

    /** Names this attempt, so that sending it again takes it down once; null for one that is never repeated. */
    public @Nullable String id() {
        return id;
    }

    /** When it is said, to the microsecond; null for now. */
    public @Nullable Instant time() {
        return time;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CommentRequest that
                        && actor.equals(that.actor)
                        && text.equals(that.text)
                        && visibility.equals(that.visibility)
                        && uploads.equals(that.uploads)
                        && Objects.equals(id, that.id)
                        && Objects.equals(time, that.time));
    }

    @Override
    public int hashCode() {
        return Objects.hash(actor, text, visibility, uploads, id, time);
    }

    /** Nothing of what is said: a comment must not reach a log by accident. */
    @Override
    public String toString() {
        return "CommentRequest[by " + actor.role() + ", " + uploads.size() + " files]";
    }
}
