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
import dev.orderly.store.Position;
import dev.orderly.store.StoredOrder;
import java.time.Clock;
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
        List<Order> due = store.due(now, null, BATCH);
        while (!due.isEmpty()) {
            Position last = null;
            for (Order order : due) {
                Deadline deadline = order.deadline();
                if (deadline != null) {
                    attempt(order.number(), deadline, now);
                    last = new Position(deadline.at(), order.number());
                }
            }
            due = last == null ? List.of() : store.due(now, last, BATCH);
        }
        return new SweepReport(fired, refused, failed, overtaken);
    }

    /** Goes on after an order for which something broke, so that it does not hold up the others. */
    private void attempt(String number, Deadline deadline, Instant now) {
        try {
            fire(number, deadline, now);
        } catch (ConflictException e) {
            overtaken.add(number);
        } catch (RuntimeException e) {
            LOG.error(
                    "event {} of order {}, due at {}, failed; it stays due",
                    deadline.event(),
                    number,
                    deadline.at(),
                    e);
            failed.put(number, e);
        }
    }

    /**
     * Fires what is due, if nobody changed the order in the meantime: the earliest event that is not refused. Whoever
     * writes first has fired it, on whichever node.
     */
    private void fire(String number, Deadline deadline, Instant now) {
        StoredOrder stored = store.find(number).orElse(null);
        if (stored == null || !deadline.equals(stored.order().deadline())) {
            overtaken.add(number);
            return;
        }
        Order order = stored.order();
        Decider decider = workflows.of(order);
        for (Deadline due : decider.evolution().deadlines(order)) {
            if (due.at().isAfter(now)) {
                return;
            }
            Decision decision = decide(decider, order, due, now);
            if (decision instanceof Accepted accepted) {
                ledger.write(stored, accepted.order(), accepted.entry(), null, Map.of());
                fired.add(accepted);
                return;
            }
            if (decision instanceof Rejected rejected) {
                refused.putIfAbsent(number, rejected);
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
