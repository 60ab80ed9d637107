package dev.orderly.cli.replay;

import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decider;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Customer;
import dev.orderly.order.Order;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drives one order after another through its rows, keeps only the one at hand, and counts. */
final class Conductor {

    private final Decider decider;
    private final SortedMap<String, Long> refused = new TreeMap<>();
    private final SortedMap<String, Long> statuses = new TreeMap<>();
    private long orders;
    private long neverPlaced;
    private long events;
    private long accepted;
    private @Nullable String number;
    private @Nullable Order order;

    Conductor(Decider decider) {
        this.decider = decider;
    }

    /** Decides a row; all rows of an order must come together, in their order. */
    Outcome decide(Row row) {
        if (!row.order().equals(number)) {
            leaveOrder();
            number = row.order();
        }
        events++;
        Request request =
                new Request(row.event(), row.actor(), row.data(), null, null, row.time(), Customer.UNKNOWN, List.of());
        Order before = order;
        Decision decision = before == null ? decider.place(row.order(), request) : decider.decide(before, request);
        String from = before == null ? "" : before.status();
        if (decision instanceof Accepted done) {
            accepted++;
            order = done.order();
            return new Outcome(
                    row.number(),
                    row.order(),
                    row.event(),
                    row.at(),
                    from,
                    done.order().status(),
                    "");
        }
        Rejected rejection = (Rejected) decision;
        refused.merge(rejection.code(), 1L, Long::sum);
        return new Outcome(row.number(), row.order(), row.event(), row.at(), from, from, codes(rejection));
    }

    /** The figures; no more rows may come. */
    Summary summary() {
        leaveOrder();
        number = null;
        return new Summary(orders, events, accepted, refused, statuses, neverPlaced);
    }

    private void leaveOrder() {
        if (order != null) {
            orders++;
            statuses.merge(order.status(), 1L, Long::sum);
        } else if (number != null) {
            neverPlaced++;
        }
        order = null;
    }

    private static String codes(Rejected rejection) {
        return rejection.reasons().stream().map(Reason::code).distinct().collect(Collectors.joining(" "));
    }
}
