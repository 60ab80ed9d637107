package dev.orderly.order;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of entries of a history, each with the one word for it in stored data, JSON, events and hashed bytes. */
public enum ActivityKind {
    /** A transition of the order or of one of its cases: {@link TransitionEntry}. */
    TRANSITION("transition"),
    /** A comment: {@link Comment}. */
    COMMENT("comment"),
    /** Notifications turned off or on again: {@link NotificationPreference}. */
    NOTIFICATION_PREFERENCE("notification-preference"),
    /** A move to another version of the workflow: {@link Migration}. */
    MIGRATION("migration"),
    /** An erasure of personal data: {@link ErasureEntry}. */
    ERASURE("erasure");

    static final Activity.Visitor<ActivityKind> VISITOR = new OfActivity();

    private final String code;

    ActivityKind(String code) {
        this.code = code;
    }

    /** The word for it. */
    public String code() {
        return code;
    }

    /** The kind that a word stands for; empty for any other word. */
    public static Optional<ActivityKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    private static final class OfActivity implements Activity.Visitor<ActivityKind> {

        @Override
        public ActivityKind transition(TransitionEntry entry) {
            return TRANSITION;
        }

        @Override
        public ActivityKind comment(Comment comment) {
            return COMMENT;
        }

        @Override
        public ActivityKind notificationPreference(NotificationPreference preference) {
            return NOTIFICATION_PREFERENCE;
        }

        @Override
        public ActivityKind migration(Migration migration) {
            return MIGRATION;
        }

        @Override
        public ActivityKind erasure(ErasureEntry erasure) {
            return ERASURE;
        }
    }
}
