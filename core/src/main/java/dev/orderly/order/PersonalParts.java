package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of an activity that may tell something about a person, by name. */
final class PersonalParts {

    private static final String ACTOR = "actor";
    private static final String COMMENT = "comment";
    private static final String TEXT = "text";
    private static final String EMAIL = "email";
    private static final String CUSTOMER_NAME = "name";
    private static final String FIELD = "field ";
    private static final String ATTACHMENT = "attachment ";
    private static final String CUSTOMER = "customer";

    private PersonalParts() {}

    /** What there is, as text. */
    static SortedMap<String, String> of(Activity activity) {
        SortedMap<String, String> parts = new TreeMap<>();
        put(parts, ACTOR, activity.actor().id());
        if (activity instanceof TransitionEntry entry) {
            put(parts, COMMENT, entry.comment());
            entry.data()
                    .asMap()
                    .forEach((field, value) ->
                            parts.put(FIELD + field, value.getClass().getSimpleName() + " " + value));
            if (entry.placement() != null) {
                put(parts, EMAIL, entry.placement().customer().email());
                put(parts, CUSTOMER_NAME, entry.placement().customer().name());
            }
        } else if (activity instanceof Comment comment) {
            put(parts, TEXT, comment.text().isEmpty() ? null : comment.text());
            int i = 0;
            for (Attachment file : comment.attachments()) {
                parts.put(
                        ATTACHMENT + i++,
                        String.join("\n", file.sha256(), Long.toString(file.size()), file.mediaType(), file.name()));
            }
        }
        return parts;
    }

    private static void put(Map<String, String> parts, String part, @Nullable String value) {
        if (value != null) {
            parts.put(part, value);
        }
    }

    /** Those that go when a customer wants to be forgotten: all but what the staff are called and the other fields. */
    static Set<String> toErase(Activity activity, Set<String> fields) {
        SortedMap<String, String> parts = of(activity);
        parts.keySet()
                .removeIf(part -> part.startsWith(FIELD)
                        ? !fields.contains(part.substring(FIELD.length()))
                        : part.equals(ACTOR) && !activity.actor().role().equals(CUSTOMER));
        return parts.keySet();
    }

    /** The activity without some of its parts. */
    static Activity without(Activity activity, Set<String> gone) {
        Actor actor = gone.contains(ACTOR) ? Actor.of(activity.actor().role()) : activity.actor();
        if (activity instanceof TransitionEntry entry) {
            return without(entry, actor, gone);
        }
        if (activity instanceof Comment comment) {
            return without(comment, actor, gone);
        }
        if (activity instanceof NotificationPreference change) {
            return change.withActor(actor);
        }
        return activity;
    }

    private static TransitionEntry without(TransitionEntry entry, Actor actor, Set<String> gone) {
        Data data = entry.data();
        for (String field : entry.data().asMap().keySet()) {
            data = gone.contains(FIELD + field) ? data.without(field) : data;
        }
        return entry.toBuilder()
                .actor(actor)
                .data(data)
                .comment(gone.contains(COMMENT) ? null : entry.comment())
                .placement(entry.placement() == null ? null : without(entry.placement(), gone))
                .build();
    }

    private static Placement without(Placement placement, Set<String> gone) {
        Customer customer = placement.customer();
        return placement.withCustomer(customer.withEmail(gone.contains(EMAIL) ? null : customer.email())
                .withName(gone.contains(CUSTOMER_NAME) ? null : customer.name()));
    }

    private static Comment without(Comment comment, Actor actor, Set<String> gone) {
        List<Attachment> left = new ArrayList<>();
        for (int i = 0; i < comment.attachments().size(); i++) {
            if (!gone.contains(ATTACHMENT + i)) {
                left.add(comment.attachments().get(i));
            }
        }
        return comment.toBuilder()
                .actor(actor)
                .text(gone.contains(TEXT) ? "" : comment.text())
                .attachments(left)
                .build();
    }
}
