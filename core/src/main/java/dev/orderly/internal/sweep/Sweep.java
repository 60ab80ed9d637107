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
import dev.orderly.store.DeadlineClaim;
import dev.orderly.store.DeadlineQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoredOrder;
import dev.orderly.store.UnreadableOrderException;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over the orders whose deadline has expired. They are decided one by one and written in batches. */
public final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger("dev.orderly.Orders");

    /** How many orders one claim takes, and one write has, at most. */
    private static final int BATCH = 500;

    /**
     * The lease of a claim: how long the orders of a node that died wait, and a refused deadline until the next try.
     */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /**
     * How long decisions are collected before they are written, so that slow guards do not let them become outdated.
     */
    private static final Duration WRITE_AFTER = Duration.ofSeconds(1);

    private final OrderStore store;
    private final Deciders deciders;
    private final ChangeWriter writer;
    private final List<Accepted> fired = new ArrayList<>();
    private final Map<String, Rejected> refused = new LinkedHashMap<>();
    private final Map<String, RuntimeException> failed = new LinkedHashMap<>();
    private final List<String> overtaken = new ArrayList<>();
    private final List<StoredOrder> withoutKey = new ArrayList<>();
    private @Nullable RuntimeException latestFailure;

    public Sweep(OrderStore store, Deciders deciders, ChangeWriter writer) {
        this.store = store;
        this.deciders = deciders;
        this.writer = writer;
    }

    /**
     * Fires every deadline expired at a time; {@link #fired}, {@link #refused}, {@link #failed} and {@link #overtaken}
     * have the outcome. If the store fails after the first claim, the pass ends there, so that the outcome so far is not lost.
     */
    public void run(Instant now) {
        DeadlineQuery query = DeadlineQuery.of(now, LEASE, BATCH);
        DeadlineClaim claim = store.claimDeadlines(query.withExcluded(deciders.unavailable()));
        while (!claim.isEmpty()) {
            claim.unreadable().forEach(this::unreadable);
            fire(decidable(claim.orders()), now);
            claim = claimMore(query.withExcluded(deciders.unavailable()));
        }
        releaseWithoutKey();
    }

    /** Only now: no query leaves them out, so that they would be claimed again at once. */
    private void releaseWithoutKey() {
        if (withoutKey.isEmpty()) {
            return;
        }
        LOG.error(
                "{} deadlines are left to other nodes: this program does not have the chain key of order {}",
                withoutKey.size(),
                withoutKey.get(0).order().number());
        try {
            store.releaseDeadlines(withoutKey);
        } catch (RuntimeException e) {
            rethrowIfJoined(e);
            LOG.error("they could not be released; their lease ends by itself", e);
        }
    }

    private DeadlineClaim claimMore(DeadlineQuery query) {
        try {
            return store.claimDeadlines(query);
        } catch (RuntimeException e) {
            rethrowIfJoined(e);
            LOG.error("the sweep ends early, after {} events; the next one goes on", fired.size(), e);
            return new DeadlineClaim(List.of(), List.of());
        }
    }

    private void unreadable(UnreadableOrderException problem) {
        LOG.error("the deadline of order {} has come, but it cannot be read", problem.number());
        failed.put(problem.number(), problem);
    }

    /** The orders that this program can decide about; the others are released, for nodes that can. */
    private List<StoredOrder> decidable(List<StoredOrder> claimed) {
        Map<Boolean, List<StoredOrder>> parted = claimed.stream()
                .collect(Collectors.partitioningBy(
                        stored -> deciders.refusal(stored.order()).isEmpty()));
        List<StoredOrder> others = parted.getOrDefault(false, List.of());
        if (!others.isEmpty()) {
            store.releaseDeadlines(others);
        }
        Map<Boolean, List<StoredOrder>> keyed =
                parted.getOrDefault(true, List.of()).stream().collect(Collectors.partitioningBy(writer::canFollow));
        withoutKey.addAll(keyed.getOrDefault(false, List.of()));
        return keyed.getOrDefault(true, List.of());
    }

    /**
     * Deletes the answers to requests that were given before a time, some hundreds at a time. If the store fails, they stay for
     * the next sweep: what this one fired is to be reported all the same.
     */
    public void forgetAnswers(Instant before) {
        try {
            int forgotten = store.forgetAnswers(before, BATCH);
            while (forgotten == BATCH) {
                forgotten = store.forgetAnswers(before, BATCH);
            }
        } catch (RuntimeException e) {
            rethrowIfJoined(e);
            LOG.error("old answers could not be deleted; the next sweep tries again", e);
        }
    }

    /** Lets the store do what it needs now and then. If that fails, a further sweep tries again. */
    public void maintainStore() {
        try {
            store.maintain();
        } catch (RuntimeException e) {
            rethrowIfJoined(e);
            LOG.error("the store could not be maintained; the next sweep tries again", e);
        }
    }

    /** In the caller's transaction nothing has happened until the caller commits, which is for him to decide. */
    private void rethrowIfJoined(RuntimeException failure) {
        if (store.isJoined()) {
            throw failure;
        }
    }

    /** The transitions that fired, in the order in which they were written. */
    public List<Accepted> fired() {
        return fired;
    }

    /** The refusals of deadlines, by order number. */
    public Map<String, Rejected> refused() {
        return refused;
    }

    /** The exceptions met, by order number. */
    public Map<String, RuntimeException> failed() {
        return failed;
    }

    /** The numbers of orders that another writer changed before their deadline was written. */
    public List<String> overtaken() {
        return overtaken;
    }

    private void fire(List<StoredOrder> claimed, Instant now) {
        List<PendingStep> accepted = new ArrayList<>();
        long start = System.nanoTime();
        for (StoredOrder stored : claimed) {
            decide(stored, now).ifPresent(accepted::add);
            if (System.nanoTime() - start > WRITE_AFTER.toNanos()) {
                write(accepted);
                accepted.clear();
                start = System.nanoTime();
            }
        }
        write(accepted);
    }

    /** Decides an order's deadline. An exception is recorded, so that it does not hold up the other orders. */
    private Optional<PendingStep> decide(StoredOrder stored, Instant now) {
        try {
            return firstAccepted(stored, now);
        } catch (RuntimeException e) {
            failed(stored.order(), e);
            return Optional.empty();
        }
    }

    /** The earliest of an order's expired deadlines that is not refused. */
    private Optional<PendingStep> firstAccepted(StoredOrder stored, Instant now) {
        Order order = stored.order();
        Decider decider = deciders.of(order);
        for (Deadline deadline : decider.evolution().deadlines(order)) {
            if (deadline.at().isAfter(now)) {
                break;
            }
            Decision decision = decide(decider, order, deadline, now);
            if (decision instanceof Accepted accepted) {
                return Optional.of(new PendingStep(stored, accepted));
            }
            if (decision instanceof Rejected rejected) {
                refused.putIfAbsent(order.number(), rejected);
            }
        }
        return Optional.empty();
    }

    /** Writes the steps; a conflict means that another writer, on this or another node, changed the order first. */
    private void write(List<PendingStep> accepted) {
        Iterator<PendingStep> each = accepted.iterator();
        for (Receipt receipt : writer.writeSteps(accepted)) {
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

    /** Records a failure. Orders that share one, such as that of their transaction, log its stack trace once. */
    private void failed(Order order, RuntimeException failure) {
        if (failure == latestFailure) {
            LOG.error(
                    "the deadline of order {} failed by the same; it is tried again: {}",
                    order.number(),
                    order.deadline());
        } else {
            LOG.error(
                    "the deadline of order {} failed; it is tried again: {}",
                    order.number(),
                    order.deadline(),
                    failure);
        }
        latestFailure = failure;
        failed.put(order.number(), failure);
    }

    private static Decision decide(Decider decider, Order order, Deadline deadline, Instant now) {
        Instant at = new OrderClock(Clock.fixed(now, ZoneOffset.UTC)).next(order);
        Request request = Request.of(deadline.event(), Actor.system()).withTime(at);
        return deadline.caseRef() == null
                ? decider.decide(order, request)
                : decider.decideCase(order, deadline.caseRef().id(), request);
    }
}
