package dev.orderly.benchmarks.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Leads orders from placed to delivered, one after another in each of some threads.
 *
 * @param threads how many at once, each with orders of its own
 * @param nanos for how long new steps are begun
 */
record Lives(int threads, long nanos) {

    private static final AtomicLong NUMBER = new AtomicLong();

    /** Steps per second, of which placing is one. */
    double rate(Mover mover) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long start = System.nanoTime();
            List<Callable<Long>> runners = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                runners.add(() -> lead(mover, start));
            }
            long steps = 0;
            for (Future<Long> done : pool.invokeAll(runners)) {
                steps += done.get();
            }
            return steps * 1e9 / (System.nanoTime() - start);
        } finally {
            pool.shutdown();
        }
    }

    private long lead(Mover mover, long start) throws Exception {
        long steps = 0;
        while (true) {
            String number = "order-" + NUMBER.incrementAndGet();
            mover.place(number);
            steps++;
            for (FlowStep step : FlowStep.LIFE) {
                if (System.nanoTime() - start > nanos) {
                    return steps;
                }
                mover.step(number, step);
                steps++;
            }
        }
    }
}
