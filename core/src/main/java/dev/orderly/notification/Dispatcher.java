package dev.orderly.notification;

import dev.orderly.store.OrderStore;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of a store's outbox, each at least once, and those of one order in their order. Thread-safe; any
 * number of dispatchers, on any number of nodes, can work on one store and share its messages.
 *
 * <p><b>Retries.</b> A message that cannot be sent is retried with an exponential back-off: after 15 seconds, 30
 * seconds, one minute and so on, up to 15 minutes. A random part of up to half is left out of each wait. After 1,000
 * failed attempts, which take about a week and never less than five days, or at once after a permanent failure, the
 * message becomes a dead letter: see {@link dev.orderly.store.Outbox#deadLettered} and
 * {@link dev.orderly.store.Outbox#resend}. Until then the later messages of the same order wait, and no others.
 *
 * <p><b>Circuit breaker.</b> Five failures in a row open the breaker of a channel. While it is open, the channel's
 * messages wait and use up no attempts, except for one trial message at least once a minute. Once the channel works
 * again, the waiting messages are sent within a minute, and those whose attempts failed within 15 minutes.
 *
 * <p><b>Notification preference.</b> If a customer turns notifications off, messages that still wait for that customer
 * are dropped, unless the workflow's rule says {@code always}. A message for a channel that no dispatcher has waits
 * until a dispatcher has it.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final List<ChannelWorker> workers;
    private final List<DispatchListener> listeners;
    private final WorkerThreads threads;
    private final UnhandledChannels unhandled;
    private volatile boolean closed;

    Dispatcher(
            List<ChannelWorker> workers,
            List<DispatchListener> listeners,
            UnhandledChannels unhandled,
            WorkerThreads threads) {
        this.workers = List.copyOf(workers);
        this.listeners = List.copyOf(listeners);
        this.unhandled = unhandled;
        this.threads = threads;
    }

    /** A builder of a dispatcher for a store's outbox. */
    public static DispatcherBuilder builder(OrderStore store) {
        return new DispatcherBuilder(store);
    }

    /**
     * Sends every message that is available now, on the calling thread: for a program that runs every few minutes, and
     * for tests. Other threads and nodes may send at the same time.
     *
     * @throws IllegalStateException if the dispatcher is closed
     * @throws RuntimeException if the store fails; messages claimed at that time are retried when their lease expires
     */
    public DispatchReport run() {
        requireOpen();
        DispatchCounters counters = new DispatchCounters(listeners);
        workers.forEach(worker -> worker.sendAvailable(counters));
        unhandled.look();
        return counters.report(workers.stream()
                .filter(ChannelWorker::isPaused)
                .map(ChannelWorker::name)
                .collect(Collectors.toSet()));
    }

    /**
     * Starts the sending threads: daemon threads whose names begin with {@code orderly-} and the channel. If the store
     * fails, they log the failure and continue.
     *
     * @throws IllegalStateException if it was started before, or is closed
     */
    public void start() {
        requireOpen();
        threads.start();
    }

    /**
     * Makes the threads look for messages at once. To be called after messages were written, such as by an order
     * listener.
     */
    public void wake() {
        threads.wake();
    }

    /**
     * Stops sending. Claimed messages whose sending has not started are released at once, so that another node can
     * claim them. For messages that are being sent, this method waits up to {@link DispatcherBuilder#shutdownTimeout};
     * after that it returns while they continue. If the process ends before they are sent, another node sends them when
     * their lease has expired.
     */
    @Override
    public void close() {
        closed = true;
        for (ChannelWorker worker : workers) {
            try {
                worker.stop();
            } catch (RuntimeException e) {
                LOG.warn(
                        "messages for {} were not released, and can be claimed by other nodes when their lease expires",
                        worker.name(),
                        e);
            }
        }
        threads.close();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the dispatcher is closed: build another one");
        }
    }
}
