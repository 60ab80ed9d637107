package dev.orderly.internal.sweep;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.Deciders;
import dev.orderly.internal.step.OrderClock;
import dev.orderly.internal.step.PendingStep;
import dev.orderly.order.Actor;
import dev.orderly.order.Deadline;
import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoredOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over the orders whose deadline has come. They are decided one by one and written many at a time. */
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger("dev.orderly.Orders");

    /** How many are claimed, and written at most, at a time. */
    private static final int BATCH = 500;

    /** How long a node that died holds up others, and how long what was refused waits for the next try. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** After how long what is decided is written, with slow guards: it shall not be outdated by then, nor the lease over. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final OrderStore store;
    private final Deciders deciders;
    private final ChangeWriter writer;
    private final List<Accepted> fired = new ArrayList<>();
    private final Map<String, Rejected> refused = new LinkedHashMap<>();
    private final Map<String, RuntimeException> failed = new LinkedHashMap<>();
    private final List<String> overtaken = new ArrayList<>();
    private @Nullable RuntimeException latestFailure;

    public Sweep(OrderStore store, Deciders deciders, ChangeWriter writer) {
        this.store = store;
        this.deciders = deciders;
        this.writer = writer;
    }

    /** Fires what is due at a time; {@link #fired}, {@link #refused}, {@link #failed} and {@link #overtaken} say what became of it. */
    public void run(Instant now) {
        List<StoredOrder> due = store.claimDeadlines(now, LEASE, BATCH);
        while (!due.isEmpty()) {
            fire(due, now);
            due = store.claimDeadlines(now, LEASE, BATCH);
        }
    }

    /** What fired, in the order in which it was written. */
    public List<Accepted> fired() {
        return fired;
    }

    /** Why an order's deadlines were refused, by its number. */
    public Map<String, Rejected> refused() {
        return refused;
    }

    /** What broke for an order, by its number. */
    public Map<String, RuntimeException> failed() {
        return failed;
    }

    /** The numbers of orders that were changed elsewhere before their deadline was written. */
    public List<String> overtaken() {
        return overtaken;
    }

    private void fire(List<StoredOrder> due, Instant now) {
        List<PendingStep> granted = new ArrayList<>();
        long start = System.nanoTime();
        for (StoredOrder stored : due) {
            decide(stored, now).ifPresent(granted::add);
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                write(granted);
                granted.clear();
                start = System.nanoTime();
            }
        }
        write(granted);
    }

    /** Goes on after an order for which something broke, so that it does not hold up the others. */
    private Optional<PendingStep> decide(StoredOrder stored, Instant now) {
        try {
            return firstGranted(stored, now);
        } catch (RuntimeException e) {
            failed(stored.order(), e);
            return Optional.empty();
        }
    }

    /** Of what is due, the earliest event that is not refused. */
    private Optional<PendingStep> firstGranted(StoredOrder stored, Instant now) {
        Order order = stored.order();
        Decider decider = deciders.of(order);
        for (Deadline due : decider.evolution().deadlines(order)) {
            if (due.at().isAfter(now)) {
                break;
            }
            Decision decision = decide(decider, order, due, now);
            if (decision instanceof Accepted accepted) {
                return Optional.of(new PendingStep(stored, accepted));
            }
            if (decision instanceof Rejected rejected) {
                refused.putIfAbsent(order.number(), rejected);
            }
        }
        return Optional.empty();
    }

    /** Whoever writes first has changed the order, on whichever node. */
    private void write(List<PendingStep> granted) {
        Iterator<PendingStep> each = granted.iterator();
        for (Receipt receipt : writer.writeAll(granted)) {
            PendingStep one = each.next();
            RuntimeException failure = receipt.failure();
            if (failure == null) {
                fired.add(one.accepted());
            } else if (failure instanceof ConflictException) {
                overtaken.add(one.before().order().number());
            } else {
                failed(one.before().order(), failure);
            }
        }
    }

    /** Those that share a failure, such as that of their transaction, shall not fill the log with it. */
    private void failed(Order order, RuntimeException failure) {
        if (failure == latestFailure) {
            LOG.error(
                    "the deadline of order {} failed by the same; it stays due: {}", order.number(), order.deadline());
        } else {
            LOG.error("the deadline of order {} failed; it stays due: {}", order.number(), order.deadline(), failure);
        }
        latestFailure = failure;
        failed.put(order.number(), failure);
    }

    private static Decision decide(Decider decider, Order order, Deadline due, Instant now) {
        Instant at = new OrderClock(Clock.fixed(now, ZoneOffset.UTC)).next(order);
        Request request = Request.of(due.event(), Actor.system()).at(at);
        return due.caseRef() == null
                ? decider.decide(order, request)
                : decider.decideCase(order, due.caseRef().id(), request);
    }
}
