package dev.orderly.benchmarks.peers;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What stays on the heap for each order that is kept at hand, and for each definition: the difference after a collection,
 * between some thousands of them and as many again, in a new virtual machine for each contender. Counting the heap, not
 * walking from object to object, so that what is shared is not counted for each, and what a library keeps aside is not
 * forgotten. Classes are not counted.
 */
public final class RetainedMemory {

    private static final int ORDERS = 5000;
    private static final int DEFINITIONS = 100;
    private static final int COLLECTIONS = 4;

    private RetainedMemory() {}

    /** What one contender keeps on the heap, in bytes. */
    public record Retained(Peer peer, double perOrder, double perDefinition) {}

    /** Measures the contender of this name, in the virtual machine that is made for it. */
    public static void main(String[] args) {
        Peer peer = Peer.valueOf(args[0]);
        double perOrder = perOrder(peer.define());
        System.out.println(perOrder + " " + growth(DEFINITIONS, i -> peer.define()));
    }

    /** Measures every contender, in half a minute. */
    public static List<Retained> measure() throws IOException, InterruptedException {
        List<Retained> results = new ArrayList<>();
        for (Peer peer : Peer.values()) {
            results.add(measure(peer));
        }
        return results;
    }

    static Retained measure(Peer peer) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RetainedMemory.class.getName(),
                        peer.name())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the memory of " + peer + " could not be measured: " + output);
        }
        String[] numbers = output.split(" ", -1);
        return new Retained(peer, Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1]));
    }

    private static <R, O> double perOrder(Contender<R, O> contender) {
        return growth(ORDERS, i -> contender.open(contender.stored(OrderFlow.AWAITING_PAYMENT)));
    }

    /** The growth by the last third: the first collections of a virtual machine also free what its start has left. */
    private static double growth(int count, IntFunction<Object> one) {
        Object[] kept = new Object[3 * count];
        try {
            fill(kept, 0, count, one);
            used();
            fill(kept, count, 2 * count, one);
            long before = used();
            fill(kept, 2 * count, 3 * count, one);
            return (double) (used() - before) / count;
        } finally {
            Reference.reachabilityFence(kept);
        }
    }

    private static void fill(Object[] kept, int from, int to, IntFunction<Object> one) {
        for (int i = from; i < to; i++) {
            kept[i] = one.apply(i);
        }
    }

    /** More than one collection, because a library's finalizers and soft references take some. */
    private static long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
