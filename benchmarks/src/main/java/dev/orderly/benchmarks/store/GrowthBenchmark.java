package dev.orderly.benchmarks.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * What a step costs on PostgreSQL as orders become more, and as the history of an order becomes longer. Takes the address
 * of an empty database, as its administrator, and optionally the numbers of orders. All sizes are measured in turns, so
 * that a noisy machine disturbs all alike, and the medians of the turns are compared.
 */
public final class GrowthBenchmark {

    private static final int[] SIZES = {10_000, 1_000_000, 10_000_000};
    private static final int TURNS = 9;
    private static final int STEPS_PER_TURN = 1000;
    private static final int SHORT_HISTORY = 10;
    private static final int LONG_HISTORY = 1000;
    private static final int SHORT_ORDERS = 1000;
    private static final int LONG_ORDERS = 20;

    private GrowthBenchmark() {}

    /** Runs it: the address of an empty PostgreSQL database, and the numbers of orders, smallest first. */
    public static void main(String[] args) throws Exception {
        if (args.length == 0) {
            System.err.println("Say which database: a JDBC URL of an empty PostgreSQL database");
            System.exit(2);
        }
        int[] sizes = args.length == 1
                ? SIZES
                : Arrays.stream(args).skip(1).mapToInt(Integer::parseInt).toArray();
        List<Crowd> crowds = new ArrayList<>();
        for (int size : sizes) {
            long start = System.nanoTime();
            crowds.add(new Crowd(args[0], size));
            System.out.printf(Locale.ROOT, "%,d orders made in %.0f s%n", size, (System.nanoTime() - start) / 1e9);
        }
        Map<String, Turn> bySize = new LinkedHashMap<>();
        for (Crowd crowd : crowds) {
            bySize.put(
                    String.format(Locale.ROOT, "%,d orders", crowd.orders()),
                    new Turn(crowd.mover(), () -> Crowd.number(random(crowd.orders()))));
        }
        compare(bySize);
        compare(byHistory(crowds.get(0).mover()));
        crowds.forEach(Crowd::close);
    }

    private static Map<String, Turn> byHistory(OrderlyMover mover) {
        grow(mover, "short-", SHORT_ORDERS, SHORT_HISTORY);
        grow(mover, "long-", LONG_ORDERS, LONG_HISTORY);
        Map<String, Turn> turns = new LinkedHashMap<>();
        turns.put(SHORT_HISTORY + " entries", new Turn(mover, () -> "short-" + random(SHORT_ORDERS)));
        turns.put(LONG_HISTORY + " entries", new Turn(mover, () -> "long-" + random(LONG_ORDERS)));
        return turns;
    }

    private static void grow(OrderlyMover mover, String prefix, int orders, int entries) {
        for (int order = 0; order < orders; order++) {
            mover.place(prefix + order);
            for (int entry = 1; entry < entries; entry++) {
                mover.move(prefix + order);
            }
        }
    }

    private static int random(int bound) {
        return ThreadLocalRandom.current().nextInt(bound);
    }

    private static void compare(Map<String, Turn> turns) {
        Map<String, List<Double>> micros = new LinkedHashMap<>();
        for (int i = -1; i < TURNS; i++) {
            for (Map.Entry<String, Turn> turn : turns.entrySet()) {
                double each = turn.getValue().micros();
                if (i >= 0) { // the first turn warms up
                    micros.computeIfAbsent(turn.getKey(), name -> new ArrayList<>())
                            .add(each);
                }
            }
        }
        double smallest = median(micros.values().iterator().next());
        micros.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "%-20s %6.0f µs/step (%.0f to %.0f)   %.2f of the first%n",
                name,
                median(all),
                all.stream().mapToDouble(d -> d).min().orElse(0),
                all.stream().mapToDouble(d -> d).max().orElse(0),
                median(all) / smallest));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /** Some steps one after another, with orders picked at random. */
    private record Turn(OrderlyMover mover, Supplier<String> order) {

        double micros() {
            long start = System.nanoTime();
            for (int i = 0; i < STEPS_PER_TURN; i++) {
                mover.move(order.get());
            }
            return (System.nanoTime() - start) / 1e3 / STEPS_PER_TURN;
        }
    }
}
