package dev.orderly.order;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of an activity that may be personal, by name, each as the bytes whose salted digest the hash chain covers. */
final class PersonalParts {

    private static final String ACTOR = "actor";
    private static final String COMMENT = "comment";
    private static final String TEXT = "text";
    private static final String EMAIL = "email";
    private static final String CUSTOMER_NAME = "name";
    private static final String FIELD = "field ";
    private static final String ATTACHMENT = "attachment ";

    private PersonalParts() {}

    /** The parts that the activity has, sorted by name. */
    static SortedMap<String, byte[]> of(Activity activity) {
        return activity.accept(new Collector(activity.actor()));
    }

    /** The parts that an erasure takes: all but the ids of actors who are no customers, and fields that are not listed. */
    static Set<String> toErase(Activity activity, Set<String> fields) {
        SortedMap<String, byte[]> parts = of(activity);
        parts.keySet()
                .removeIf(part -> part.startsWith(FIELD)
                        ? !fields.contains(part.substring(FIELD.length()))
                        : part.equals(ACTOR) && !activity.actor().role().equals(Workflow.CUSTOMER));
        return parts.keySet();
    }

    /** The activity without some of its parts. */
    static Activity without(Activity activity, Set<String> gone) {
        Actor actor = gone.contains(ACTOR) ? Actor.of(activity.actor().role()) : activity.actor();
        return activity.accept(new Remover(actor, gone));
    }

    private static final class Collector implements Activity.Visitor<SortedMap<String, byte[]>> {

        private final SortedMap<String, byte[]> parts = new TreeMap<>();

        Collector(Actor actor) {
            put(ACTOR, actor.id());
        }

        private void put(String part, @Nullable String text) {
            if (text != null) {
                parts.put(part, new CanonicalBytes().text(text).toByteArray());
            }
        }

        @Override
        public SortedMap<String, byte[]> transition(TransitionEntry entry) {
            put(COMMENT, entry.comment());
            for (Map.Entry<String, Object> field : entry.data().asMap().entrySet()) {
                parts.put(
                        FIELD + field.getKey(),
                        new CanonicalBytes()
                                .value(field.getKey(), field.getValue())
                                .toByteArray());
            }
            if (entry.placement() != null) {
                put(EMAIL, entry.placement().customer().email());
                put(CUSTOMER_NAME, entry.placement().customer().name());
            }
            return parts;
        }

        @Override
        public SortedMap<String, byte[]> comment(Comment comment) {
            put(TEXT, comment.text().isEmpty() ? null : comment.text());
            int i = 0;
            for (Attachment file : comment.attachments()) {
                CanonicalBytes bytes = new CanonicalBytes()
                        .text(file.sha256())
                        .integer(file.size())
                        .text(file.mediaType())
                        .text(file.name());
                parts.put(ATTACHMENT + i++, bytes.toByteArray());
            }
            return parts;
        }

        @Override
        public SortedMap<String, byte[]> notificationPreference(NotificationPreference preference) {
            return parts;
        }

        @Override
        public SortedMap<String, byte[]> migration(Migration migration) {
            return parts;
        }

        @Override
        public SortedMap<String, byte[]> erasure(ErasureEntry erasure) {
            return parts;
        }
    }

    private static final class Remover implements Activity.Visitor<Activity> {

        private final Actor actor;
        private final Set<String> gone;

        Remover(Actor actor, Set<String> gone) {
            this.actor = actor;
            this.gone = gone;
        }

        @Override
        public Activity transition(TransitionEntry entry) {
            Data data = entry.data();
            for (String field : entry.data().asMap().keySet()) {
                data = gone.contains(FIELD + field) ? data.without(field) : data;
            }
            return entry.toBuilder()
                    .actor(actor)
                    .data(data)
                    .comment(gone.contains(COMMENT) ? null : entry.comment())
                    .placement(entry.placement() == null ? null : without(entry.placement()))
                    .build();
        }

        private Placement without(Placement placement) {
            Customer customer = placement.customer();
            return placement.withCustomer(customer.withEmail(gone.contains(EMAIL) ? null : customer.email())
                    .withName(gone.contains(CUSTOMER_NAME) ? null : customer.name()));
        }

        @Override
        public Activity comment(Comment comment) {
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

        @Override
        public Activity notificationPreference(NotificationPreference preference) {
            return preference.withActor(actor);
        }

        @Override
        public Activity migration(Migration migration) {
            return migration.toBuilder().actor(actor).build();
        }

        @Override
        public Activity erasure(ErasureEntry erasure) {
            return erasure.withActor(actor);
        }
    }
}
