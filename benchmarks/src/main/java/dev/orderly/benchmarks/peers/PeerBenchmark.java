package dev.orderly.benchmarks.peers;

import java.util.concurrent.TimeUnit;
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

/** The same steps by every contender. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(2)
public class PeerBenchmark {

    @Param
    private Peer peer = Peer.TABLE;

    private Cases<?, ?> cases = Cases.of(Peer.TABLE);

    /** Defines the flow. */
    @Setup
    public void define() {
        cases = Cases.of(peer);
    }

    /** One step from a stored status. */
    @Benchmark
    public Object transition() {
        return cases.transition();
    }

    /** An event that is refused. */
    @Benchmark
    public Object refusal() {
        return cases.refusal();
    }

    /** From new to delivered: five steps, one with a tracking number. */
    @Benchmark
    public void life(Blackhole hole) {
        cases.life(hole);
    }
}
