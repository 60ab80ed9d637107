package dev.orderly.benchmarks;

import dev.orderly.Orders;
import dev.orderly.decision.Request;
import dev.orderly.file.Presets;
import dev.orderly.order.Actor;
import dev.orderly.order.ChainKey;
import dev.orderly.order.ChainKeys;
import dev.orderly.order.Customer;
import dev.orderly.order.HashChain;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Line;
import dev.orderly.store.InMemoryOrderStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The hash of one entry, with and without a key: a placement with two lines, and a shipment with two fields. What counts is
 * {@code processor} of each turn, the nanoseconds of processor time for one hash, which others who use the machine change
 * little; the time is that of all hashes of a turn, and the summary adds turns up.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
public class HashingBenchmark {

    private static final int HASHES = 20_000;

    @Param({"place", "ship"})
    private String entry = "place";

    @Param({"false", "true"})
    private boolean keyed;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private ChainKeys keys = ChainKeys.NONE;
    private Instant now = Instant.EPOCH;
    private List<HistoryEntry> history = List.of();

    /** An order that was placed, paid, released and shipped. */
    @Setup
    public void history() {
        if (keyed) {
            keys = ChainKeys.of(ChainKey.of("2026-11", new byte[ChainKey.MIN_BYTES]));
        }
        now = Instant.now();
        Orders orders = Orders.builder(new InMemoryOrderStore())
                .workflow(Presets.bookstore())
                .chainKeys(keys)
                .build();
        orders.place(
                "2026/1",
                Request.of("place", Actor.of("customer"))
                        .with("payment", "prepaid")
                        .withCustomer(Customer.of("reader@example.com"))
                        .withLines(Line.of("978-1", "Solaris", 1), Line.of("978-2", "Cyberiada", 2)));
        orders.fire("2026/1", Request.of("pay", Actor.of("platform")));
        orders.fire("2026/1", Request.of("release", Actor.of("staff")));
        orders.fire(
                "2026/1",
                Request.of("ship", Actor.of("staff"))
                        .with("tracking-number", "6200001")
                        .with("carrier", "inpost"));
        history = orders.history("2026/1").orElseThrow().entries();
    }

    private HistoryEntry last() {
        return history.get(entry.equals("place") ? 0 : 3);
    }

    private String previous() {
        return entry.equals("place") ? HashChain.START : history.get(2).hash();
    }

    /** The processor time of the thread, in nanoseconds for each hash. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counter {

        public long processor;
    }

    /** As a step writes it. */
    @Benchmark
    public void write(Counter counter, Blackhole hole) {
        measure(counter, hole, () -> HashChain.next(previous(), last().activity(), last().redaction(), keys, now));
    }

    /** As a verification checks it. */
    @Benchmark
    public void check(Counter counter, Blackhole hole) {
        measure(counter, hole, () -> HashChain.check(previous(), last(), keys));
    }

    private void measure(Counter counter, Blackhole hole, Supplier<Object> hash) {
        long before = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < HASHES; i++) {
            hole.consume(hash.get());
        }
        counter.processor += (threads.getCurrentThreadCpuTime() - before) / HASHES;
    }
}
