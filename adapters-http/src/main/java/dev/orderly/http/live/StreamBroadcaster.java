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
 * Sends changes to all open streams: on one thread, whatever their number, and never on that of whoever changes an order.
 * A second one looks at the store for what other nodes have changed, and keeps quiet streams alive. Both exist while there
 * are streams. Thread-safe.
 */
final class StreamBroadcaster {

    private static final Logger LOG = LoggerFactory.getLogger(StreamBroadcaster.class);
    private static final int MOST_WAITING = 10_000;
    private static final String ALIVE = ":\n\n";

    /** Tells that changes may have been missed. */
    private static final String RESET = "event: reset\ndata: {}\n\n";

    private final Orders orders;
    private final StreamTimings rhythm;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean lost = new AtomicBoolean();
    private final ThreadPoolExecutor sender;
    private @Nullable ScheduledThreadPoolExecutor timer;

    StreamBroadcaster(Orders orders, StreamTimings rhythm) {
        this.orders = orders;
        this.rhythm = rhythm;
        sender = new ThreadPoolExecutor(
                1,
                1,
                rhythm.heartbeat().toMillis(),
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

    /** Takes a note of a change. */
    void take(OrderChange change) {
        if (!streams.isEmpty()) {
            sender.execute(() -> tell(change));
        }
    }

    /** Adds a stream, which hears of everything from now on. */
    void add(EventStream stream) {
        stream.audience()
                .watched()
                .forEach(number -> stream.looked()
                        .put(number, orders.find(number).map(Order::sequence).orElse(0L)));
        streams.add(stream);
        startTimer();
    }

    private synchronized void startTimer() {
        if (timer == null) {
            ScheduledThreadPoolExecutor started =
                    new ScheduledThreadPoolExecutor(1, task -> thread(task, "orderly-live-timer"));
            repeat(started, rhythm.look(), this::look);
            repeat(started, rhythm.heartbeat(), this::beat);
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

    private void tell(OrderChange change) {
        confessLoss();
        streams.forEach(stream -> tell(stream, change));
    }

    private void confessLoss() {
        if (lost.getAndSet(false)) {
            streams.forEach(stream -> stream.send(RESET));
        }
    }

    private static void tell(EventStream stream, OrderChange change) {
        try {
            stream.audience().eventOf(change).ifPresent(stream::send);
        } catch (RuntimeException e) { // the host application says which orders exist for a caller
            LOG.error("a stream of changes ends: it cannot be told whether its reader sees an order", e);
            stream.drop();
        }
    }

    private void beat() {
        confessLoss();
        long now = System.nanoTime();
        for (EventStream stream : streams) {
            if (stream.isPast(now)) {
                stream.end();
            } else if (stream.isBehind()) { // not even the last sign of life could be written
                stream.drop();
            } else {
                stream.send(ALIVE);
            }
        }
    }

    /** Finds what other nodes changed, and what was told here before it was committed. */
    private void look() {
        Map<String, List<EventStream>> watchers = new TreeMap<>();
        for (EventStream stream : streams) {
            stream.audience()
                    .watched()
                    .forEach(number -> watchers.computeIfAbsent(number, n -> new ArrayList<>())
                            .add(stream));
        }
        watchers.forEach(this::look);
    }

    private void look(String number, List<EventStream> watchers) {
        Order order = orders.find(number).orElse(null);
        if (order == null) {
            return;
        }
        List<EventStream> behind = watchers.stream()
                .filter(stream -> stream.looked().getOrDefault(number, 0L) < order.sequence())
                .toList();
        if (behind.isEmpty()) {
            return;
        }
        List<Activity> entries =
                orders.history(number).map(history -> history.activities()).orElse(List.of());
        for (EventStream stream : behind) {
            long from = stream.looked().getOrDefault(number, 0L);
            entries.stream()
                    .filter(entry -> entry.sequence() > from && entry.sequence() <= order.sequence())
                    .forEach(entry -> sender.execute(() -> tell(stream, new OrderChange(order, entry))));
            stream.looked().put(number, order.sequence());
        }
    }
}
