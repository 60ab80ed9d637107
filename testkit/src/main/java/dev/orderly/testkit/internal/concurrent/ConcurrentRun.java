package dev.orderly.testkit.internal.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A run of several threads that begin at the same moment, with their results. */
public final class ConcurrentRun {

    private ConcurrentRun() {}

    /**
     * The results by the number of the thread, from 0.
     *
     * @throws AssertionError if a thread throws
     */
    public static <T> List<T> of(int threads, IntFunction<T> runner) {
        CyclicBarrier start = new CyclicBarrier(threads);
        List<Callable<T>> runners = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int thread = i;
            runners.add(() -> {
                await(start);
                return runner.apply(thread);
            });
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(runners)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a thread of the race failed", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException("the race did not start", e);
        }
    }
}
