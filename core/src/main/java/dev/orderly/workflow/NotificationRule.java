package dev.orderly.workflow;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which role a transition notifies, and by which channel. Immutable. */
public final class NotificationRule {

    /** The channel of a rule that names none. */
    public static final String MAIL = "mail";

    private final String to;
    private final String channel;
    private final boolean always;

    private NotificationRule(String to, String channel, boolean always) {
        this.to = Name.require("role", to);
        this.channel = Name.require("channel", channel);
        this.always = always;
    }

    /**
     * Notifies a role by mail, and a customer only while notifications of the order are on.
     *
     * @throws IllegalArgumentException if the role is no valid name
     */
    public static NotificationRule of(String role) {
        return new NotificationRule(role, MAIL, false);
    }

    /**
     * The same by another channel.
     *
     * @throws IllegalArgumentException if the channel is no valid name
     */
    public NotificationRule withChannel(String name) {
        return new NotificationRule(to, name, always);
    }

    /** The same, sent to a customer also while notifications of the order are off; or not. */
    public NotificationRule withAlways(boolean whenMuted) {
        return new NotificationRule(to, channel, whenMuted);
    }

    /** The role to notify, such as {@code customer}. */
    public String to() {
        return to;
    }

    /** The name of the channel, such as {@code mail} or {@code sms}. */
    public String channel() {
        return channel;
    }

    /** Whether the customer is notified although they turned notifications off for the order. */
    public boolean always() {
        return always;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof NotificationRule that
                        && to.equals(that.to)
                        && channel.equals(that.channel)
                        && always == that.always);
    }

    @Override
    public int hashCode() {
        return Objects.hash(to, channel, always);
    }

    @Override
    public String toString() {
        return "NotificationRule[to=" + to + ", channel=" + channel + ", always=" + always + "]";
    }
}
