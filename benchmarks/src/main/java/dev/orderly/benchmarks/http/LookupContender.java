package dev.orderly.benchmarks.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;

/** A server that is asked for orders, by several connections at once. */
final class LookupContender {

    static final int CONNECTIONS = 4;

    private static final int MOST_PER_TURN = 1 << 16;

    private final String name;
    private final int port;
    private final Question question;
    private final Stock stock;
    private final long nanos;
    private final List<Times> turns = new ArrayList<>();

    /** Asks for so many nanoseconds in each turn. */
    LookupContender(String name, int port, Question question, Stock stock, long nanos) {
        this.name = name;
        this.port = port;
        this.question = question;
        this.stock = stock;
        this.nanos = nanos;
    }

    /** Asks for an order. */
    @FunctionalInterface
    interface Question {

        /** Gives the answer's status. */
        int ask(Visitor visitor, String number, String email) throws IOException;
    }

    /**
     * How long answers took in a turn, in microseconds.
     *
     * @param half the time within which half of them were there
     * @param most the same for 99 of 100
     */
    record Times(double half, double most) {}

    String name() {
        return name;
    }

    /** Takes a turn: answers per second. */
    double rate() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            List<Callable<long[]>> visits = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                visits.add(() -> visit(start));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> done : pool.invokeAll(visits)) {
                times.add(done.get());
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            long[] all = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            turns.add(new Times(all[all.length / 2] / 1e3, all[all.length * 99 / 100] / 1e3));
            return all.length / seconds;
        } finally {
            pool.shutdown();
        }
    }

    private long[] visit(long start) throws IOException {
        long[] times = new long[MOST_PER_TURN];
        int done = 0;
        try (Visitor visitor = new Visitor(port)) {
            while (done == 0 || (System.nanoTime() - start < nanos && done < MOST_PER_TURN)) {
                String number = stock.number(ThreadLocalRandom.current().nextInt(stock.size()));
                long begin = System.nanoTime();
                int status = question.ask(visitor, number, Stock.EMAIL);
                times[done++] = System.nanoTime() - begin;
                if (status != 200) {
                    throw new IllegalStateException(name + " answered " + status);
                }
            }
        }
        return Arrays.copyOf(times, done);
    }

    /** The median of the last turns. */
    double median(int last, ToDoubleFunction<Times> what) {
        double[] sorted = turns.subList(turns.size() - last, turns.size()).stream()
                .mapToDouble(what)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }
}
