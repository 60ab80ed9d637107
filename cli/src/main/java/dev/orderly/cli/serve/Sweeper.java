package dev.orderly.cli.serve;

import dev.orderly.Orders;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires, every minute, what is due. */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Orders orders;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "orderly-sweep");
        thread.setDaemon(true);
        return thread;
    });

    /** One for these orders. */
    public Sweeper(Orders orders) {
        this.orders = orders;
    }

    /** Begins, with a first sweep now. */
    public void start() {
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::sweep, 0, 1, TimeUnit.MINUTES);
    }

    private void sweep() {
        try {
            orders.sweep();
        } catch (RuntimeException e) {
            LOG.warn("looking for deadlines failed; it is tried again in a minute", e);
        }
    }

    /** Lets a sweep that has begun end, for five seconds at most. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
