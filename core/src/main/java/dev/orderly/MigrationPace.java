package dev.orderly;

import java.time.Duration;

/**
 * How a migration goes about it.
 *
 * @param threads how many threads move orders
 * @param pause how long each waits after a batch
 * @param limit how many orders are moved at most
 * @param progress hears how far it has come
 */
record MigrationPace(int threads, Duration pause, long limit, MigrationPlan.Progress progress) {

    static final MigrationPace USUAL = new MigrationPace(
            Math.min(4, Runtime.getRuntime().availableProcessors()),
            Duration.ZERO,
            Long.MAX_VALUE,
            (moved, left) -> {});

    MigrationPace withThreads(int number) {
        return new MigrationPace(number, pause, limit, progress);
    }

    MigrationPace withPause(Duration time) {
        return new MigrationPace(threads, time, limit, progress);
    }

    MigrationPace withLimit(long orders) {
        return new MigrationPace(threads, pause, orders, progress);
    }

    MigrationPace withProgress(MigrationPlan.Progress listener) {
        return new MigrationPace(threads, pause, limit, listener);
    }
}
