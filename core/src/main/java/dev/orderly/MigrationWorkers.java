package dev.orderly;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a migration, which together move no more orders than its limit. None of them is interrupted, for a database
 * in a file may close when its thread is: an interrupt of the calling thread stops them after the batches at hand.
 */
final class MigrationWorkers {

    private final MigrationPace pace;
    private final @Nullable ExecutorService executor;
    private final Semaphore room;
    private final int places;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private long free;

    MigrationWorkers(MigrationPace pace) {
        this(pace, Executors.newFixedThreadPool(pace.threads() + 1, MigrationWorkers::thread));
    }

    private MigrationWorkers(MigrationPace pace, @Nullable ExecutorService executor) {
        this.pace = pace;
        this.executor = executor;
        places = 2 * pace.threads();
        room = new Semaphore(places);
        free = pace.limit();
    }

    /** Only the calling thread. */
    static MigrationWorkers none(MigrationPace pace) {
        return new MigrationWorkers(pace, null);
    }

    private static Thread thread(Runnable task) {
        Thread daemon = new Thread(task, "orderly-migration");
        daemon.setDaemon(true);
        return daemon;
    }

    /** Runs a task that submits others, and waits for all of them; whether it was not stopped, and returned true. */
    boolean run(Callable<Boolean> task) {
        try {
            boolean isComplete = executor == null ? task.call() : await(executor.submit(() -> walk(task)));
            rethrow();
            return isComplete && !isStopped();
        } catch (Exception e) {
            throw e instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
        } finally {
            stopped.countDown();
            if (executor != null) {
                executor.shutdown();
            }
        }
    }

    /** The task, and all that it submitted. */
    private boolean walk(Callable<Boolean> task) throws Exception {
        try {
            return task.call();
        } finally {
            room.acquireUninterruptibly(places);
            room.release(places);
        }
    }

    private boolean await(Future<Boolean> walk) throws Exception {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return walk.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stopped.countDown();
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof Exception cause ? cause : e;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void rethrow() {
        Throwable first = failure.get();
        if (first instanceof Error error) {
            throw error;
        } else if (first instanceof RuntimeException unchecked) {
            throw unchecked;
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    /**
     * Reserves places within the limit for orders that are going to be moved. Near the limit it waits for those that are being
     * moved, since each that stays behind gives its place back.
     *
     * @return how many of the wanted; 0 if it is stopped, or the limit is reached
     */
    int reserve(int wanted) {
        if (isStopped()) {
            return 0;
        }
        if (free() < wanted) {
            room.acquireUninterruptibly(places);
            room.release(places);
        }
        synchronized (this) {
            int share = (int) Math.min(wanted, free);
            free -= share;
            return share;
        }
    }

    private synchronized long free() {
        return free;
    }

    private synchronized void giveBack(long places) {
        free += places;
    }

    /**
     * Runs a task, on another thread if there are any.
     *
     * @param reserved how many orders were reserved for it
     * @param task moves them, and returns how many it moved
     */
    void submit(int reserved, IntSupplier task) {
        if (executor == null) {
            giveBack(reserved - task.getAsInt());
            return;
        }
        room.acquireUninterruptibly();
        executor.execute(() -> {
            try {
                if (!isStopped()) {
                    giveBack(reserved - task.getAsInt());
                    pause();
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                stopped.countDown();
            } finally {
                room.release();
            }
        });
    }

    private void pause() {
        try {
            stopped.await(pace.pause().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
