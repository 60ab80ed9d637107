package dev.orderly.http.live;

import dev.orderly.Orders;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broadcaster of changes to all open streams. It sends on one thread, whatever their number, and never on the
 * thread that changes an order. A second thread polls the store for changes of other nodes, and keeps quiet streams
 * alive. Both exist while there are streams. Thread-safe.
 */
final class StreamBroadcaster {

    private static final Logger LOG = LoggerFactory.getLogger(StreamBroadcaster.class);
    private static final int MOST_WAITING = 10_000;
    private static final String ALIVE = ":\n\n";

    /** The event that says that changes may have been missed. */
    private static final String RESET = "event: reset\ndata: {}\n\n";

    private final Orders orders;
    private final StreamTimings timings;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final ThreadPoolExecutor sender;
    private @Nullable ScheduledThreadPoolExecutor timer;

    StreamBroadcaster(Orders orders, StreamTimings timings) {
        this.orders = orders;
        this.timings = timings;
        sender = new ThreadPoolExecutor(
                1,
                1,
                timings.heartbeat().toMillis(),
                TimeUnit.MILLISECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> thread(task, "orderly-live-sender"),
                (task, pool) -> lost.set(true));
        sender.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Queues a change. */
    void take(OrderChange change) {
        if (!streams.isEmpty()) {
            sender.execute(() -> send(change));
        }
    }

    /** Adds a stream, which receives all changes from now on. */
    void add(EventStream stream) {
        stream.subscriber()
                .watched()
                .forEach(number -> stream.polled()
                        .put(number, orders.find(number).map(Order::sequence).orElse(0L)));
        streams.add(stream);
        startTimer();
    }

    private synchronized void startTimer() {
        if (timer == null) {
            ScheduledThreadPoolExecutor started =
                    new ScheduledThreadPoolExecutor(1, task -> thread(task, "orderly-live-timer"));
            repeat(started, timings.poll(), this::poll);
            repeat(started, timings.heartbeat(), this::beat);
            timer = started;
        }
    }

    private static void repeat(ScheduledThreadPoolExecutor timer, Duration pause, Runnable task) {
        long millis = pause.toMillis();
        Future<?> unused = timer.scheduleWithFixedDelay(
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.warn("streams of changes are not kept up; it is tried again in {}", pause, e);
                    }
                },
                millis,
                millis,
                TimeUnit.MILLISECONDS);
    }

    synchronized void remove(EventStream stream) {
        streams.remove(stream);
        if (streams.isEmpty() && timer != null) {
            timer.shutdown(); // without interrupting it: some databases close their file when a reader is interrupted
            timer = null;
        }
    }

    /** Ends all streams, after what has happened until now. */
    void endAll() {
        Runnable end = () -> List.copyOf(streams).forEach(EventStream::end);
        if (sender.getQueue().remainingCapacity() > 0) {
            sender.execute(end);
        } else {
            end.run();
        }
    }

    void close() {
        List.copyOf(streams).forEach(EventStream::drop);
        sender.getQueue().clear();
        sender.shutdown();
    }

    private void send(OrderChange change) {
        reportLoss();
        streams.forEach(stream -> send(stream, change));
    }

    private void reportLoss() {
        if (lost.getAndSet(false)) {
            streams.forEach(stream -> stream.send(RESET));
        }
    }

    private static void send(EventStream stream, OrderChange change) {
        try {
            stream.subscriber().eventOf(change).ifPresent(stream::send);
        } catch (RuntimeException e) { // thrown by the host application, which decides which orders exist for a caller
            LOG.error("a stream of changes ends: whether its reader sees an order cannot be determined", e);
            stream.drop();
        }
    }

    private void beat() {
        reportLoss();
        long now = System.nanoTime();
        for (EventStream stream : streams) {
            if (stream.isPast(now)) {
                stream.end();
            } else if (stream.isBehind()) { // not even the last heartbeat could be written
                stream.drop();
            } else {
                stream.send(ALIVE);
            }
        }
    }

    /** Finds changes of other nodes, and those of this one that were announced before they were committed. */
    private void poll() {
        Map<String, List<EventStream>> watchers = new TreeMap<>();
        for (EventStream stream : streams) {
            stream.subscriber()
                    .watched()
                    .forEach(number -> watchers.computeIfAbsent(number, n -> new ArrayList<>())
                            .add(stream));
        }
        watchers.forEach(this::poll);
    }

    private void poll(String number, List<EventStream> watchers) {
        Order order = orders.find(number).orElse(null);
        if (order == null) {
            return;
        }
        List<EventStream> behind = watchers.stream()
                .filter(stream -> stream.polled().getOrDefault(number, 0L) < order.sequence())
                .toList();
        if (behind.isEmpty()) {
            return;
        }
        List<Activity> entries =
                orders.history(number).map(history -> history.activities()).orElse(List.of());
        for (EventStream stream : behind) {
            long from = stream.polled().getOrDefault(number, 0L);
            entries.stream()
                    .filter(entry -> entry.sequence() > from && entry.sequence() <= order.sequence())
                    .forEach(entry -> sender.execute(() -> send(stream, new OrderChange(order, entry))));
            stream.polled().put(number, order.sequence());
        }
    }
}
