package dev.orderly.notification;

import dev.orderly.store.Backlog;
import dev.orderly.store.OrderStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for messages whose channel a dispatcher does not have, and says so once. They stay as they are: another node may
 * have the channel. Thread-safe.
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
        for (Backlog.ChannelBacklog line : store.outbox().backlog().channels()) {
            if (isNew(line.channel())) {
                LOG.warn(
                        "{} messages wait for the channel \"{}\", which this dispatcher does not have: give it to"
                                + " channel(\"{}\", …) here or on another node, or correct the workflow's \"notify\"",
                        line.waiting(),
                        line.channel(),
                        line.channel());
            }
        }
    }

    private synchronized boolean isNew(String channel) {
        return known.add(channel);
    }
}
