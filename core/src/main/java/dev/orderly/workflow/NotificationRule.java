package dev.orderly.workflow;

/**
 * Whom a transition tells, and how.
 *
 * @param to the role that is told, such as {@code customer}
 * @param channel the way of telling, such as {@code mail} or {@code sms}
 * @param always whether the customer is told although they turned notifications off for the order
 */
public record NotificationRule(String to, String channel, boolean always) {

    /** The channel of a notice that names none. */
    public static final String MAIL = "mail";

    public NotificationRule {
        Name.require("role", to);
        Name.require("channel", channel);
    }
}
