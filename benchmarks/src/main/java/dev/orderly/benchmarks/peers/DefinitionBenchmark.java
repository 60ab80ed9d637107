package dev.orderly.benchmarks.peers;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a program pays for the definition when it starts: each measurement is the first one in a virtual machine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(15)
public class DefinitionBenchmark {

    @Param
    private Peer peer = Peer.TABLE;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** The processor time of the thread, in nanoseconds, of nothing but the definition. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counter {

        public long processor;
    }

    /** Loads the contender's classes and defines the flow. */
    @Benchmark
    public Object definition(Counter counter) {
        long before = threads.getCurrentThreadCpuTime();
        Object defined = peer.define();
        counter.processor += threads.getCurrentThreadCpuTime() - before;
        return defined;
    }
}
