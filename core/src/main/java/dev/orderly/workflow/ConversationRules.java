package dev.orderly.workflow;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Which roles are notified of comments on an order, and what comments may not hold. Immutable. */
public final class ConversationRules {

    private final List<String> between;
    private final String channel;
    private final ContactData contactData;

    private ConversationRules(List<String> between, String channel, ContactData contactData) {
        if (between.isEmpty()) {
            throw new IllegalArgumentException("a conversation needs at least one role in \"between\"");
        }
        between.forEach(role -> Name.require("role", role));
        this.between = List.copyOf(between);
        this.channel = Name.require("channel", channel);
        this.contactData = contactData;
    }

    /**
     * A conversation by mail, in which contact data are allowed.
     *
     * @throws IllegalArgumentException if there is no role, or one is no valid name
     */
    public static ConversationRules of(String... roles) {
        return of(List.of(roles));
    }

    /**
     * A conversation by mail, in which contact data are allowed.
     *
     * @throws IllegalArgumentException if there is no role, or one is no valid name
     */
    public static ConversationRules of(List<String> roles) {
        return new ConversationRules(roles, NotificationRule.MAIL, ContactData.ALLOW);
    }

    /**
     * The same by another channel.
     *
     * @throws IllegalArgumentException if the channel is no valid name
     */
    public ConversationRules withChannel(String name) {
        return new ConversationRules(between, name, contactData);
    }

    /** The same with another rule for contact data. */
    public ConversationRules withContactData(ContactData rule) {
        return new ConversationRules(between, channel, rule);
    }

    /** The roles that talk with each other: each is notified of every comment of another role that it may see. */
    public List<String> between() {
        return between;
    }

    /** The name of the channel by which they are notified, such as {@code mail}. */
    public String channel() {
        return channel;
    }

    /** What becomes of contact data in the comments of these roles. */
    public ContactData contactData() {
        return contactData;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof ConversationRules that
                        && between.equals(that.between)
                        && channel.equals(that.channel)
                        && contactData.equals(that.contactData));
    }

    @Override
    public int hashCode() {
        return Objects.hash(between, channel, contactData);
    }

    @Override
    public String toString() {
        return "ConversationRules[between=" + between + ", channel=" + channel + ", contactData=" + contactData + "]";
    }
}
