package dev.orderly.jdbc;

import java.time.Duration;

/** How far a long run goes, how fast, and who hears of it. Not thread-safe. */
final class RunControl {

    private long limit = Long.MAX_VALUE;
    private Duration pause = Duration.ZERO;
    private RunProgress progress = orders -> {};

    void limit(long orders) {
        if (orders < 1) {
            throw new IllegalArgumentException("the limit must be at least 1 order, but is " + orders);
        }
        limit = orders;
    }

    void pause(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("the pause must not be negative, but is " + time);
        }
        pause = time;
    }

    void progress(RunProgress listener) {
        progress = listener;
    }

    /** How many orders a batch may have. */
    int atMost(int batch, long orders) {
        return (int) Math.min(batch, limit - orders);
    }

    boolean goesOn(long orders) {
        return orders < limit && !Thread.currentThread().isInterrupted();
    }

    void batchDone(long orders) {
        progress.done(orders);
        if (!pause.isZero() && goesOn(orders)) {
            try {
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
