package dev.orderly;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.order.Deadline;
import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoredOrder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over the orders whose deadline has come. */
final class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);
    private static final int BATCH = 100;

    /** How long a node that died holds up others, and how long what was refused waits for the next try. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final OrderStore store;
    private final Workflows workflows;
    private final Ledger ledger;
    private final List<Accepted> fired = new ArrayList<>();
    private final Map<String, Rejected> refused = new LinkedHashMap<>();
    private final Map<String, RuntimeException> failed = new LinkedHashMap<>();
    private final List<String> overtaken = new ArrayList<>();

    Sweep(OrderStore store, Workflows workflows, Ledger ledger) {
        this.store = store;
        this.workflows = workflows;
        this.ledger = ledger;
    }

    SweepReport run(Instant now) {
        List<StoredOrder> due = store.claimDue(now, LEASE, BATCH);
        while (!due.isEmpty()) {
            due.forEach(stored -> attempt(stored, now));
            due = store.claimDue(now, LEASE, BATCH);
        }
        return new SweepReport(fired, refused, failed, overtaken);
    }

    /** Goes on after an order for which something broke, so that it does not hold up the others. */
    private void attempt(StoredOrder stored, Instant now) {
        String number = stored.order().number();
        try {
            fire(stored, now);
        } catch (ConflictException e) {
            overtaken.add(number);
        } catch (RuntimeException e) {
            LOG.error(
                    "the deadline of order {} failed; it stays due: {}",
                    number,
                    stored.order().deadline(),
                    e);
            failed.put(number, e);
        }
    }

    /**
     * Fires what is due: the earliest event that is not refused. Whoever writes first has changed the order, on
     * whichever node.
     */
    private void fire(StoredOrder stored, Instant now) {
        Order order = stored.order();
        Decider decider = workflows.of(order);
        for (Deadline due : decider.evolution().deadlines(order)) {
            if (due.at().isAfter(now)) {
                return;
            }
            Decision decision = decide(decider, order, due, now);
            if (decision instanceof Accepted accepted) {
                ledger.write(stored, accepted, null);
                fired.add(accepted);
                return;
            }
            if (decision instanceof Rejected rejected) {
                refused.putIfAbsent(order.number(), rejected);
            }
        }
    }

    private static Decision decide(Decider decider, Order order, Deadline due, Instant now) {
        Instant at = new Timekeeper(Clock.fixed(now, ZoneOffset.UTC)).next(order);
        Request request = Request.of(due.event(), Actor.system()).at(at);
        return due.about() == null
                ? decider.decide(order, request)
                : decider.decideCase(order, due.about().id(), request);
    }
}
