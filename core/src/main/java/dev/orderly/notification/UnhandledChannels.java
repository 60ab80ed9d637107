package dev.orderly.notification;

import dev.orderly.store.Backlog;
import dev.orderly.store.OrderStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds messages whose channel this dispatcher does not have, and logs a warning once for each channel. The messages
 * stay in the outbox, because another node may have the channel. Thread-safe.
 */
final class UnhandledChannels {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);

    private final OrderStore store;
    private final Set<String> known;
    private long lookedAt = System.nanoTime() - PERIOD.toNanos();

    UnhandledChannels(OrderStore store, Set<String> channels) {
        this.store = store;
        this.known = new HashSet<>(channels);
    }

    void lookNowAndThen() {
        if (isTime()) {
            look();
        }
    }

    private synchronized boolean isTime() {
        boolean isTime = System.nanoTime() - lookedAt >= PERIOD.toNanos();
        lookedAt = isTime ? System.nanoTime() : lookedAt;
        return isTime;
    }

    void look() {
        for (Backlog.ChannelBacklog backlog : store.outbox().backlog().channels()) {
            if (isNew(backlog.channel())) {
                LOG.warn(
                        "{} messages wait for the channel \"{}\", which this dispatcher does not have: give it to"
                                + " channel(\"{}\", …) here or on another node, or correct the workflow's \"notify\"",
                        backlog.waiting(),
                        backlog.channel(),
                        backlog.channel());
            }
        }
    }

    private synchronized boolean isNew(String channel) {
        return known.add(channel);
    }
}
