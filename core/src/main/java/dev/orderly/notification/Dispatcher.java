package dev.orderly.notification;

import dev.orderly.store.OrderStore;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the messages of a store's outbox, each at least once, and those of one order in their order. Thread-safe; any
 * number of dispatchers can work on one store, on any number of nodes, and share the work.
 *
 * <p>What cannot be sent is tried again after 15 s, 30 s, a minute and so on, up to every 15 minutes (each time up to half
 * of it sooner, by chance), 1,000 times: for a week, and never less than five days. After that, or at once where the
 * channel says that it is no use, it is parked: see {@link dev.orderly.store.Outbox#deadLettered} and
 * {@link dev.orderly.store.Outbox#resend}. Until then the later messages of the same order wait, and no others.
 *
 * <p>A channel that fails five times in a row is taken to be down. Its messages then wait untried, but for one now and then,
 * at least once a minute, that finds out whether it is back. So an outage uses up no tries of most messages and, once it
 * is over, they go out within a minute; the few that were tried in vain, within 15.
 *
 * <p>A customer who turns notifications off is not told of what waits, either, unless the workflow says that it is always
 * sent. A message for a channel that no dispatcher has waits until one has it.
 */
public final class Dispatcher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final List<ChannelWorker> couriers;
    private final List<DispatchListener> listeners;
    private final WorkerThreads rounds;
    private final UnhandledChannels strays;
    private volatile boolean closed;

    Dispatcher(
            List<ChannelWorker> couriers,
            List<DispatchListener> listeners,
            UnhandledChannels strays,
            WorkerThreads rounds) {
        this.couriers = List.copyOf(couriers);
        this.listeners = List.copyOf(listeners);
        this.strays = strays;
        this.rounds = rounds;
    }

    /** Starts putting a dispatcher together. */
    public static DispatcherBuilder over(OrderStore store) {
        return new DispatcherBuilder(store);
    }

    /**
     * Sends all that is due now, on this thread: for a program that runs every few minutes, and for tests. It may be called
     * while others send as well.
     *
     * @throws IllegalStateException if the dispatcher is closed
     * @throws RuntimeException if the store fails; what was being sent then is tried again when its lease is over
     */
    public DispatchReport run() {
        requireOpen();
        DispatchCounters tally = new DispatchCounters(listeners);
        couriers.forEach(courier -> courier.sendWhatIsDue(tally));
        strays.look();
        return tally.report(couriers.stream()
                .filter(ChannelWorker::isPaused)
                .map(ChannelWorker::name)
                .collect(Collectors.toSet()));
    }

    /**
     * Begins to send on threads of its own, daemons whose names begin with {@code orderly-} and the channel. If the store
     * fails, they say so in the log and go on.
     *
     * @throws IllegalStateException if it was started before, or is closed
     */
    public void start() {
        requireOpen();
        rounds.start();
    }

    /** Has the threads look for messages at once: to be called when something was written, such as by an order's listener. */
    public void wake() {
        rounds.wake();
    }

    /**
     * Stops. What is not begun is given back at once, so that another node can send it. What is being sent is waited for,
     * for as long as {@link DispatcherBuilder#shutdownTimeout} says. If it takes longer still, it goes on; if the process ends
     * before that, somebody else sends it when its lease is over.
     */
    @Override
    public void close() {
        closed = true;
        for (ChannelWorker courier : couriers) {
            try {
                courier.stop();
            } catch (RuntimeException e) {
                LOG.warn(
                        "messages for {} were not given back, and can be sent by others when their lease is over",
                        courier.name(),
                        e);
            }
        }
        rounds.close();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the dispatcher is closed: build another one");
        }
    }
}
