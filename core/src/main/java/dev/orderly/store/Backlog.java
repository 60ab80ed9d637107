package dev.orderly.store;

import java.time.Instant;
import java.util.List;

/**
 * The messages of an outbox in figures.
 *
 * @param channels the channels that messages wait for, by name
 * @param deadLettered how many messages are parked
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
     * What waits for one channel.
     *
     * @param channel the way of telling, such as {@code mail}
     * @param waiting how many messages are not sent and not parked, those included that are just being sent
     * @param oldest when the first of them came to the outbox
     */
    public record ChannelBacklog(String channel, long waiting, Instant oldest) {}
}
