package dev.orderly.benchmarks;

import dev.orderly.Orders;
import dev.orderly.benchmarks.HandWrittenTable.Event;
import dev.orderly.benchmarks.HandWrittenTable.Role;
import dev.orderly.benchmarks.HandWrittenTable.Status;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Order;
import dev.orderly.workflow.file.Presets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** An order's whole life, from place to delivered: five transitions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LifeBenchmark {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final Request place =
            Request.of("place", Actor.of("customer")).with("payment", "prepaid").at(START);
    private final List<Request> steps = List.of(
            Request.of("pay", Actor.of("platform")).at(START.plusSeconds(60)),
            Request.of("release", Actor.of("staff")).at(START.plusSeconds(120)),
            Request.of("ship", Actor.of("staff"))
                    .with("tracking-number", "PL123456789")
                    .at(START.plusSeconds(180)),
            Request.of("deliver", Actor.of("carrier")).at(START.plusSeconds(240)));
    private final Decider decider = Decider.of(Presets.bookstore());
    private final HandWrittenTable table = new HandWrittenTable();
    private Orders orders = Orders.inMemory(Presets.bookstore());
    private int number;

    /** A fresh store, so that its growth does not change what is measured. */
    @Setup(Level.Iteration)
    public void emptyStore() {
        orders = Orders.inMemory(Presets.bookstore());
    }

    /** Four lookups in the table; placing is free there. */
    @Benchmark
    public void handWrittenTable(Blackhole hole) {
        hole.consume(table.fire(Status.AWAITING_PAYMENT, Event.PAY, Role.PLATFORM, START, null));
        hole.consume(table.fire(Status.IN_PROGRESS, Event.RELEASE, Role.STAFF, START, null));
        hole.consume(table.fire(Status.AWAITING_PACKING, Event.SHIP, Role.STAFF, START, "PL123456789"));
        hole.consume(table.fire(Status.SHIPPED, Event.DELIVER, Role.CARRIER, START, null));
    }

    /** Decided only: snapshots and entries, nothing kept. */
    @Benchmark
    public Order decided() {
        Order order = ((Accepted) decider.place("1001", place)).order();
        for (Request step : steps) {
            order = ((Accepted) decider.decide(order, step)).order();
        }
        return order;
    }

    /** Through the facade, kept in memory with its history and hash chain. */
    @Benchmark
    public void kept(Blackhole hole) {
        String name = "order-" + number++;
        hole.consume(orders.place(name, place));
        for (Request step : steps) {
            hole.consume(orders.fire(name, step));
        }
    }
}
