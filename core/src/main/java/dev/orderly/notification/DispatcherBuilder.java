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

/** A builder of a {@link Dispatcher}. Not thread-safe. */
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

    /** Adds a channel under the name that workflows use for it, such as {@code mail}. */
    public DispatcherBuilder channel(String name, Channel channel) {
        if (!Name.isValid(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of a channel, such as mail");
        }
        channels.put(name, channel);
        return this;
    }

    /** Adds a listener for the outcomes of messages. */
    public DispatcherBuilder listener(DispatchListener listener) {
        listeners.add(listener);
        return this;
    }

    /** How many threads {@link Dispatcher#start} starts for each channel. Default: 2. */
    public DispatcherBuilder threads(int perChannel) {
        threads = atLeastOne("threads", perChannel);
        return this;
    }

    /** How many messages a thread claims at once, at most. Default: 20. */
    public DispatcherBuilder batch(int size) {
        batch = atLeastOne("batch", size);
        return this;
    }

    /**
     * How long a claimed message is leased to its claimer. Default: 5 minutes. If a node dies, the messages that it had
     * claimed wait until the lease expires. Sending one message must take less than half of the lease, or another node
     * may send it as well: set the time-outs of the channels accordingly.
     */
    public DispatcherBuilder lease(Duration time) {
        lease = positive("lease", time);
        return this;
    }

    /**
     * The interval at which the threads poll the outbox if {@link Dispatcher#wake} is not called. Default: 5 seconds.
     */
    public DispatcherBuilder poll(Duration time) {
        poll = positive("poll", time);
        return this;
    }

    /** How long {@link Dispatcher#close} waits for messages that are being sent. Default: 30 seconds. */
    public DispatcherBuilder shutdownTimeout(Duration time) {
        shutdownTimeout = positive("shutdownTimeout", time);
        return this;
    }

    /**
     * The back-off between the attempts of a message: each wait is twice as long as the one before, minus a random part
     * of up to half. Default: 15 seconds and 15 minutes.
     *
     * @param first the wait after the first failure
     * @param longest the longest wait, which is also the longest time from the end of an outage until the last message
     *     is sent
     */
    public DispatcherBuilder backoff(Duration first, Duration longest) {
        firstWait = positive("first", first);
        longestWait = positive("longest", longest);
        return this;
    }

    /**
     * After how many failed attempts a message becomes a dead letter. Default: 1,000, which takes about a week.
     * Together with the longest wait, it determines how long an outage messages survive if they are attempted
     * throughout.
     */
    public DispatcherBuilder maxTries(int number) {
        maxTries = atLeastOne("maxTries", number);
        return this;
    }

    /** The source of the current time. Default: the store's clock if it has one, else the system's. */
    public DispatcherBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /** The source of the random part of the waits; it must be thread-safe. Default: a {@link Random}. */
    public DispatcherBuilder random(RandomGenerator source) {
        random = source;
        return this;
    }

    /**
     * The dispatcher. It sends nothing before {@link Dispatcher#start} or {@link Dispatcher#run} is called.
     *
     * @throws IllegalArgumentException if it has no channel
     * @throws IllegalArgumentException if the store takes part in the caller's transaction: see
     *     {@link OrderStore#isJoined}
     */
    public Dispatcher build() {
        if (channels.isEmpty()) {
            throw new IllegalArgumentException("a dispatcher needs at least one channel: give one to channel(…)");
        }
        if (store.isJoined()) {
            throw new IllegalArgumentException("a dispatcher needs transactions of its own, but this store takes"
                    + " part in one that its caller commits: give it the store itself");
        }
        NotificationResolver resolver = new NotificationResolver(store);
        DispatchSettings settings =
                new DispatchSettings(batch, lease, new Backoff(firstWait, longestWait, random), maxTries, clock);
        List<ChannelWorker> workers = new ArrayList<>();
        channels.forEach((name, channel) -> workers.add(new ChannelWorker(name, channel, store, resolver, settings)));
        UnhandledChannels unhandled = new UnhandledChannels(store, channels.keySet());
        WorkerThreads workerThreads =
                new WorkerThreads(workers, new DispatchCounters(listeners), threads, poll, shutdownTimeout, unhandled);
        return new Dispatcher(workers, listeners, unhandled, workerThreads);
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
