package dev.orderly.notification;

import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Name;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts a {@link Dispatcher} together. Not thread-safe. */
public final class DispatcherBuilder {

    private final OrderStore store;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final List<DispatchListener> listeners = new ArrayList<>();
    private int threads = 2;
    private int batch = 20;
    private int maxTries = 1000;
    private Duration lease = Duration.ofMinutes(5);
    private Duration poll = Duration.ofSeconds(5);
    private Duration shutdownTimeout = Duration.ofSeconds(30);
    private Duration firstWait = Duration.ofSeconds(15);
    private Duration longestWait = Duration.ofMinutes(15);
    private RandomGenerator random = new Random();
    private @Nullable Clock clock;

    DispatcherBuilder(OrderStore store) {
        this.store = store;
    }

    /** A way of telling, by the name that the workflows use for it, such as {@code mail}. */
    public DispatcherBuilder channel(String name, Channel channel) {
        if (!Name.isValid(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a channel, such as mail");
        }
        channels.put(name, channel);
        return this;
    }

    /** Somebody who hears what becomes of messages. */
    public DispatcherBuilder listener(DispatchListener listener) {
        listeners.add(listener);
        return this;
    }

    /** How many threads send on each channel once it is started; left out, 2. */
    public DispatcherBuilder threads(int perChannel) {
        threads = atLeastOne("threads", perChannel);
        return this;
    }

    /** How many messages a thread claims at once; left out, 20. */
    public DispatcherBuilder batch(int size) {
        batch = atLeastOne("batch", size);
        return this;
    }

    /**
     * For how long messages are claimed; left out, 5 minutes. What a node was sending when it died waits that long.
     * Sending one message must never take longer than half of it, or somebody else may send it as well: set the time-outs
     * of the channels accordingly.
     */
    public DispatcherBuilder lease(Duration time) {
        lease = positive("lease", time);
        return this;
    }

    /** How long the threads wait until they look again for messages of which nobody told them; left out, 5 seconds. */
    public DispatcherBuilder poll(Duration time) {
        poll = positive("poll", time);
        return this;
    }

    /** How long {@link Dispatcher#close} waits for what is being sent; left out, 30 seconds. */
    public DispatcherBuilder shutdownTimeout(Duration time) {
        shutdownTimeout = positive("patience", time);
        return this;
    }

    /**
     * How long a message waits that failed; each time twice as long, and by chance up to half of it shorter. Left out, 15
     * seconds and 15 minutes.
     *
     * @param first after the first failure
     * @param longest at most; this is also how long it takes after an outage until the last message is sent
     */
    public DispatcherBuilder backoff(Duration first, Duration longest) {
        firstWait = positive("first", first);
        longestWait = positive("longest", longest);
        return this;
    }

    /**
     * After how many tries a message is parked; left out, 1,000, which takes a week. Together with the longest wait it says
     * how long an outage messages survive that somebody tries to send all the time.
     */
    public DispatcherBuilder maxTries(int number) {
        maxTries = atLeastOne("maxTries", number);
        return this;
    }

    /** What tells the time; left out, the store's clock where it has one, else the system's. */
    public DispatcherBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /** What makes the waits differ by chance; it must be thread-safe. Left out, a {@link Random}. */
    public DispatcherBuilder random(RandomGenerator source) {
        random = source;
        return this;
    }

    /**
     * The dispatcher; it sends nothing before it is told to.
     *
     * @throws IllegalArgumentException if it has no channel
     * @throws IllegalArgumentException if the store works in a transaction of somebody else's
     */
    public Dispatcher build() {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a dispatcher needs at least one channel: give one to channel(…)");
        }
        if (store.isJoined()) {
            throw new IllegalArgumentException("a dispatcher needs transactions of its own, but this store works in"
                    + " one that somebody else commits: give it the store itself");
        }
        NotificationResolver occasions = new NotificationResolver(store);
        DispatchSettings terms =
                new DispatchSettings(batch, lease, new Backoff(firstWait, longestWait, random), maxTries, clock);
        List<ChannelWorker> couriers = new ArrayList<>();
        channels.forEach((name, channel) -> couriers.add(new ChannelWorker(name, channel, store, occasions, terms)));
        UnhandledChannels strays = new UnhandledChannels(store, channels.keySet());
        WorkerThreads rounds =
                new WorkerThreads(couriers, new DispatchCounters(listeners), threads, poll, shutdownTimeout, strays);
        return new Dispatcher(couriers, listeners, strays, rounds);
    }

    private static int atLeastOne(String what, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(what + " must be at least 1, but is " + number);
        }
        return number;
    }

    private static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + " must be longer than nothing, but is " + time);
        }
        return time;
    }
}
