package dev.orderly.store;

import java.time.Instant;
import java.util.List;

/**
 * The number of messages in an outbox.
 *
 * @param channels the channels that messages wait for, by name
 * @param deadLettered how many messages are dead letters
 */
public record Backlog(List<ChannelBacklog> channels, long deadLettered) {

    public Backlog {
        channels = List.copyOf(channels);
    }

    /** How many messages wait, on all channels. */
    public long waiting() {
        return channels.stream().mapToLong(ChannelBacklog::waiting).sum();
    }

    /**
     * The messages that wait for one channel.
     *
     * @param channel the channel's name, such as {@code mail}
     * @param waiting how many messages are neither sent nor dead letters, including those that are being sent
     * @param oldest when the oldest of them was written to the outbox, as {@link Outbox} counts it
     */
    public record ChannelBacklog(String channel, long waiting, Instant oldest) {}
}
