package dev.orderly.workflow;

import java.util.List;

/**
 * Who is told of comments on an order, and what they may not hold.
 *
 * @param between the roles that talk with each other: each is told of every comment that it may see and that comes from
 *     another role
 * @param channel the way of telling them, such as {@code mail}
 * @param contactData what becomes of contact data in the comments of these roles
 */
public record ConversationRules(List<String> between, String channel, ContactData contactData) {

    public ConversationRules {
        if (between.isEmpty()) {
            throw new IllegalArgumentException("a conversation needs at least one role in \"between\"");
        }
        between.forEach(role -> Name.require("role", role));
        Name.require("channel", channel);
        between = List.copyOf(between);
    }

    /** A conversation by mail, in which everything may be said. */
    public static ConversationRules between(String... roles) {
        return new ConversationRules(List.of(roles), NotificationRule.MAIL, ContactData.ALLOW);
    }

    /** The same by another way of telling. */
    public ConversationRules by(String otherChannel) {
        return new ConversationRules(between, otherChannel, contactData);
    }

    /** The same with another way of dealing with contact data. */
    public ConversationRules contactData(ContactData rule) {
        return new ConversationRules(between, channel, rule);
    }
}
