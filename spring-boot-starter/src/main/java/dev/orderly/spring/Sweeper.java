package dev.orderly.spring;

import dev.orderly.Orders;
import dev.orderly.SweepReport;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Fires what is due, again and again while the application runs, on a thread of its own. */
final class Sweeper implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final Orders orders;
    private final Duration every;
    private @Nullable ScheduledExecutorService thread;

    Sweeper(Orders orders, Duration every) {
        if (every.isNegative()) {
            throw new SettingException(
                    "orderly.sweep.every cannot be negative, but is " + every + ".",
                    "Set it to a time such as 1m, or to 0 for never.");
        }
        this.orders = orders;
        this.every = every;
    }

    @Override
    public synchronized void start() {
        if (thread == null && !every.isZero()) {
            thread = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread daemon = new Thread(task, "orderly-sweep");
                daemon.setDaemon(true);
                return daemon;
            });
            ScheduledFuture<?> unused =
                    thread.scheduleWithFixedDelay(this::sweep, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void sweep() {
        try {
            SweepReport report = orders.sweep();
            LOG.debug("the sweep fired {} events", report.fired().size());
        } catch (RuntimeException e) {
            LOG.error("the sweep failed; the next one is in {}", every, e);
        }
    }

    /** What is being fired is let be finished, so that the database is not closed under it. */
    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            try {
                if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("the sweep takes longer than 10 s to end, and is left alone");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Before the web server starts, and ends after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
