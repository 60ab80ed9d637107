package dev.orderly.http.api;

import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.History;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import dev.orderly.workflow.CaseType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes activity logs down for their readers. A customer reads which status was reached when; by which event, what others
 * noted with it, and who exactly they were, is for those who work on the order.
 */
final class Entries {

    private Entries() {}

    /** What somebody may see of a history. */
    static List<EntryBody> of(History history, Readings readings) {
        return visible(history, readings)
                .map(activity -> of(activity, readings))
                .toList();
    }

    /** What was said that somebody may see. */
    static List<EntryBody> comments(History history, Readings readings) {
        return visible(history, readings)
                .filter(Comment.class::isInstance)
                .map(activity -> of(activity, readings))
                .toList();
    }

    /** The files that came with what somebody may see. */
    static Optional<Attachment> attachment(History history, Readings readings, String sha256) {
        return visible(history, readings)
                .filter(Comment.class::isInstance)
                .flatMap(activity -> ((Comment) activity).attachments().stream())
                .filter(file -> file.sha256().equals(sha256))
                .findFirst();
    }

    private static Stream<Activity> visible(History history, Readings readings) {
        return history.visibleTo(readings.role()).stream()
                .filter(activity -> !readings.isCustomer() || concernsCustomer(activity, readings));
    }

    /** What leaves an order in the status in which the customer sees it is nothing to a customer who did not do it. */
    private static boolean concernsCustomer(Activity activity, Readings readings) {
        if (activity instanceof TransitionEntry step) {
            return step.caseRef() != null
                    || step.from() == null
                    || step.actor().role().equals(readings.role())
                    || !readings.status(step.from()).equals(readings.status(step.to()));
        }
        return !(activity instanceof Migration);
    }

    static EntryBody of(Activity activity, Readings readings) {
        if (activity instanceof TransitionEntry step) {
            return step(step, readings);
        }
        if (activity instanceof Comment comment) {
            return comment(comment, readings);
        }
        EntryBody.By by = by(activity.actor(), readings);
        if (activity instanceof Migration moved) {
            return new EntryBody(
                    moved.sequence(),
                    "migration",
                    moved.at(),
                    by,
                    null,
                    null,
                    null,
                    readings.status(moved.from()),
                    readings.status(moved.to()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    moved.toVersion());
        }
        boolean muted = ((NotificationPreference) activity).muted();
        return new EntryBody(
                activity.sequence(),
                "mute",
                activity.at(),
                by,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                muted,
                null);
    }

    private static EntryBody step(TransitionEntry step, Readings readings) {
        Readings words = step.caseRef() == null
                ? readings
                : readings.workflow()
                        .caseType(step.caseRef().type())
                        .map(CaseType::workflow)
                        .map(readings::of)
                        .orElse(readings);
        boolean told = !readings.isCustomer() || step.actor().role().equals(readings.role());
        return new EntryBody(
                step.sequence(),
                "step",
                step.at(),
                by(step.actor(), readings),
                told ? step.event() : null,
                told ? words.event(step.event()) : null,
                step.caseRef() == null ? null : step.caseRef().id(),
                status(step.from(), words),
                words.status(step.to()),
                told ? OrderBodies.values(step.data()) : null,
                told ? step.comment() : null,
                null,
                null,
                null,
                null);
    }

    private static EntryBody comment(Comment comment, Readings readings) {
        return new EntryBody(
                comment.sequence(),
                "comment",
                comment.at(),
                by(comment.actor(), readings),
                null,
                null,
                null,
                null,
                null,
                null,
                comment.text(),
                comment.visibility() == Visibility.STAFF,
                comment.attachments().stream().map(Entries::file).toList(),
                null,
                null);
    }

    private static EntryBody.File file(Attachment file) {
        return new EntryBody.File(file.name(), file.mediaType(), file.size(), file.sha256());
    }

    private static OrderBody.@Nullable Named status(@Nullable String name, Readings words) {
        return name == null ? null : words.status(name);
    }

    private static EntryBody.By by(Actor actor, Readings readings) {
        return new EntryBody.By(actor.role(), readings.isCustomer() ? null : actor.id());
    }
}
