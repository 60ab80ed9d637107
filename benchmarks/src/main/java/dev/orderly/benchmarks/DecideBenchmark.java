package dev.orderly.benchmarks;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.workflow.file.Presets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One request to an order that exists. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class DecideBenchmark {

    private static final Instant PLACED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = PLACED.plusSeconds(3600);

    private final Decider decider = Decider.of(Presets.bookstore());
    private final Order order = place(decider);
    private final Request pay = Request.of("pay", Actor.of("platform")).at(LATER);
    private final Request refused = Request.of("deliver", Actor.of("carrier")).at(LATER);
    private final HandWrittenTable table = new HandWrittenTable();
    private HandWrittenTable.Status status = HandWrittenTable.Status.AWAITING_PAYMENT;

    private static Order place(Decider decider) {
        Request request = Request.of("place", Actor.of("customer"))
                .with("payment", "prepaid")
                .at(PLACED);
        return ((Accepted) decider.place("1001", request)).order();
    }

    /** A table lookup, a role check and an entry. */
    @Benchmark
    public @Nullable Object handWrittenTable() {
        return table.fire(status, HandWrittenTable.Event.PAY, HandWrittenTable.Role.PLATFORM, LATER, null);
    }

    /** Whether it is allowed, and where it leads. */
    @Benchmark
    public Verdict judge() {
        return decider.judge(order, pay);
    }

    /** The same, and the snapshot and history entry that come of it. */
    @Benchmark
    public Decision decide() {
        return decider.decide(order, pay);
    }

    /** A refusal with its reasons. */
    @Benchmark
    public Decision refuse() {
        return decider.decide(order, refused);
    }
}
