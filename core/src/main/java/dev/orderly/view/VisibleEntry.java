package dev.orderly.view;

import dev.orderly.order.Activity;
import dev.orderly.order.ActivityKind;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.ErasureEntry;
import dev.orderly.order.Migration;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.TransitionEntry;
import dev.orderly.order.Visibility;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.MovedItems;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of an order's history, as far as a role may see it. What its {@link #kind} does not have, or the role does
 * not see, is null or empty. Immutable.
 */
public final class VisibleEntry {

    private final Activity source;
    private final RoleView view;
    private final boolean seesData;

    VisibleEntry(Activity source, RoleView view, boolean seesData) {
        this.source = source;
        this.view = view;
        this.seesData = seesData;
    }

    /** The entry's place in the history: 1, 2, 3 and so on, with gaps where the role does not see an entry. */
    public long sequence() {
        return source.sequence();
    }

    /** What kind of entry it is. */
    public ActivityKind kind() {
        return source.kind();
    }

    /** When it happened. */
    public Instant at() {
        return source.at();
    }

    /** Who did it, without an id if the role does not see ids. */
    public Actor actor() {
        return view.seesInternals() ? source.actor() : Actor.of(source.actor().role());
    }

    /** Whether an actor in the viewing role did it. */
    public boolean isOwn() {
        return view.isOwn(source);
    }

    /** The case that a transition moved; null where the order itself moved. */
    public @Nullable CaseRef caseRef() {
        return source instanceof TransitionEntry step ? step.caseRef() : null;
    }

    /** The event of a transition; a role that does not see internals sees it of its own transitions only. */
    public @Nullable String event() {
        return source instanceof TransitionEntry step && (view.seesInternals() || isOwn()) ? step.event() : null;
    }

    /** What people call the event; null where {@link #event} is. */
    public @Nullable String eventLabel() {
        String event = event();
        return event == null ? null : view.eventLabel(event);
    }

    /** The status before a transition or migration; null at the start of an order or case. */
    public @Nullable VisibleStatus from() {
        if (source instanceof TransitionEntry step) {
            return step.from() == null ? null : view.status(step.from());
        }
        return source instanceof Migration migration ? view.status(migration.from()) : null;
    }

    /** The status after a transition or migration. */
    public @Nullable VisibleStatus to() {
        if (source instanceof TransitionEntry step) {
            return view.status(step.to());
        }
        return source instanceof Migration migration ? view.status(migration.to()) : null;
    }

    /** The units that a transition moved; empty where it moved none. */
    public List<MovedItems> items() {
        return source instanceof TransitionEntry step ? step.items() : List.of();
    }

    /** The data of a transition; null if the role does not see them. */
    public @Nullable Data data() {
        return source instanceof TransitionEntry step && seesData ? step.data() : null;
    }

    /** The same data as labelled values, in the order in which the workflow defines the fields. */
    public List<VisibleField> fields() {
        Data data = data();
        if (data == null) {
            return List.of();
        }
        Map<String, Object> values = data.asMap();
        return view.workflow().fields().stream()
                .filter(field -> values.containsKey(field.name()))
                .map(field -> new VisibleField(
                        field, view.text(field.label(), field.name()), values.getOrDefault(field.name(), "")))
                .toList();
    }

    /**
     * The text of a comment, or the remark that came with a transition. A role that does not see internals reads the
     * remarks of its own transitions only.
     */
    public @Nullable String text() {
        if (source instanceof Comment comment) {
            return comment.text();
        }
        return source instanceof TransitionEntry step && (view.seesInternals() || isOwn()) ? step.comment() : null;
    }

    /** Whether a comment is kept from the customer; null for other kinds. */
    public @Nullable Boolean internal() {
        return source instanceof Comment comment ? comment.visibility() == Visibility.STAFF : null;
    }

    /** The files that came with a comment; empty for other kinds. */
    public List<Attachment> attachments() {
        return source instanceof Comment comment ? comment.attachments() : List.of();
    }

    /** Whether the customer's notifications went off; null for other kinds. */
    public @Nullable Boolean muted() {
        return source instanceof NotificationPreference preference ? preference.muted() : null;
    }

    /** The names of the fields whose values an erasure took; null for other kinds. */
    public @Nullable List<String> erasedFields() {
        return source instanceof ErasureEntry erasure ? erasure.fields() : null;
    }

    /** The version of the workflow after a migration; null for other kinds. */
    public @Nullable Integer version() {
        return source instanceof Migration migration ? migration.toVersion() : null;
    }
}
