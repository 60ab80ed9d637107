package dev.orderly.conversation;

import dev.orderly.order.Actor;
import dev.orderly.order.Visibility;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody wants to say about an order. Immutable; each method gives a changed copy.
 *
 * @param actor who says it
 * @param text what they say
 * @param visibility who may see it
 * @param uploads files that come with it
 * @param id names this attempt, so that sending it again takes it down once; null for one that is never repeated
 * @param time when it is said, to the microsecond; null for now
 */
public record CommentRequest(
        Actor actor,
        String text,
        Visibility visibility,
        List<Upload> uploads,
        @Nullable String id,
        @Nullable Instant time) {

    public CommentRequest {
        time = time == null ? null : time.truncatedTo(ChronoUnit.MICROS);
        uploads = List.copyOf(uploads);
    }

    /** A comment that everyone may see. */
    public static CommentRequest of(Actor actor, String text) {
        return new CommentRequest(actor, text, Visibility.EVERYONE, List.of(), null, null);
    }

    /** The same, kept from the customer. */
    public CommentRequest internal() {
        return new CommentRequest(actor, text, Visibility.STAFF, uploads, id, time);
    }

    /** The same with files. */
    public CommentRequest with(Upload... files) {
        return new CommentRequest(actor, text, visibility, List.of(files), id, time);
    }

    /** The same with an id. */
    public CommentRequest id(String name) {
        return new CommentRequest(actor, text, visibility, uploads, name, time);
    }

    /** The same at a certain time. */
    public CommentRequest at(Instant when) {
        return new CommentRequest(actor, text, visibility, uploads, id, when);
    }
}
