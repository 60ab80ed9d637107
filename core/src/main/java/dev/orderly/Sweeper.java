package dev.orderly;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires the deadlines that have come, again and again while the application runs: by {@link Orders#sweep}, on a thread of
 * its own or on a scheduler of the application. Any number of nodes can run one each; an event fires once. A sweep that
 * fails is logged, and the next one tries again. Thread-safe.
 */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Orders orders;
    private final Duration interval;
    private final Duration shutdownTimeout;
    private final @Nullable ScheduledExecutorService scheduler;
    private @Nullable ScheduledExecutorService own;
    private @Nullable ScheduledFuture<?> sweeps;

    private Sweeper(Builder parts) {
        orders = parts.orders;
        interval = parts.interval;
        shutdownTimeout = parts.shutdownTimeout;
        scheduler = parts.scheduler;
    }

    /** Starts a sweeper of these orders, every minute on a thread of its own. */
    public static Builder builder(Orders orders) {
        return new Builder(orders);
    }

    /**
     * Begins, with a first sweep now. A sweeper that runs already goes on; one that was closed begins anew.
     *
     * @throws RejectedExecutionException if the application's scheduler is shut down
     */
    public synchronized void start() {
        if (sweeps == null) {
            ScheduledExecutorService executor = scheduler;
            if (executor == null) {
                executor = Executors.newSingleThreadScheduledExecutor(Sweeper::thread);
                own = executor;
            }
            sweeps = executor.scheduleWithFixedDelay(this::sweep, 0, interval.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Whether it was started and not closed since. */
    public synchronized boolean isRunning() {
        return sweeps != null;
    }

    /** Ends. A sweep that has begun is waited for up to the shutdown timeout, so that no database is closed under it. */
    @Override
    public synchronized void close() {
        if (sweeps != null) {
            sweeps.cancel(false);
            sweeps = null;
        }
        if (own != null) {
            own.shutdown();
            try {
                if (!own.awaitTermination(shutdownTimeout.toNanos(), TimeUnit.NANOSECONDS)) {
                    LOG.warn("the sweep takes longer than {} to end, and is left alone", shutdownTimeout);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            own = null;
        }
    }

    private void sweep() {
        try {
            SweepReport report = orders.sweep();
            LOG.debug("the sweep fired {} events", report.fired().size());
        } catch (RuntimeException e) {
            LOG.error("the sweep failed; the next one is in {}", interval, e);
        }
    }

    private static Thread thread(Runnable task) {
        Thread daemon = new Thread(task, "orderly-sweep");
        daemon.setDaemon(true);
        return daemon;
    }

    /** Collects the settings of a {@link Sweeper}. Not thread-safe. */
    public static final class Builder {

        private final Orders orders;
        private Duration interval = Duration.ofMinutes(1);
        private Duration shutdownTimeout = Duration.ofSeconds(10);
        private @Nullable ScheduledExecutorService scheduler;

        private Builder(Orders orders) {
            this.orders = orders;
        }

        /**
         * The time between the end of a sweep and the beginning of the next; left out, a minute.
         *
         * @throws IllegalArgumentException if it is not more than 0
         */
        public Builder interval(Duration time) {
            if (time.isNegative() || time.isZero()) {
                throw new IllegalArgumentException("interval must be more than 0, but is " + time);
            }
            interval = time;
            return this;
        }

        /** How long {@link Sweeper#close} waits for a sweep that has begun on a thread of its own; left out, 10 seconds. */
        public Builder shutdownTimeout(Duration time) {
            shutdownTimeout = time;
            return this;
        }

        /** The application's scheduler, which sweeps in place of a thread of its own; it is not shut down. */
        public Builder scheduler(ScheduledExecutorService executor) {
            scheduler = executor;
            return this;
        }

        /** The sweeper; it does nothing until it is started. */
        public Sweeper build() {
            return new Sweeper(this);
        }
    }
}
