package dev.orderly.jdbc.failure;

import dev.orderly.Orders;
import dev.orderly.decision.Accepted;
import dev.orderly.decision.Decision;
import dev.orderly.jdbc.failure.Operation.Kind;
import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OutcomeUnknownException;
import dev.orderly.store.StoreFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Does things with orders, and records each with its begin, its end and its answer. Thread-safe. */
final class Recording {

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final Queue<Operation> operations = new ConcurrentLinkedQueue<>();

    List<Operation> operations() {
        return List.copyOf(operations);
    }

    @Override
    public String toString() {
        return operations.size() + " recorded operations ("
                + Arrays.stream(Kind.values())
                        .map(kind -> operations.stream()
                                        .filter(operation -> operation.kind() == kind)
                                        .count() + " " + kind.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** Whether it was answered. */
    boolean read(Orders orders, String number) {
        long begin = clock.incrementAndGet();
        Optional<Order> order;
        try {
            order = orders.find(number);
        } catch (StoreFailedException e) {
            return false;
        }
        long end = clock.incrementAndGet();
        long sequence = order.map(Order::sequence).orElse(0L);
        String status = order.map(Order::status).orElse("");
        operations.add(new Operation(number, Kind.READ, "", "", begin, end, sequence, status));
        return true;
    }

    /** Whether it was answered. */
    boolean fire(Orders orders, String number, String event) {
        String id = event + "-" + requests.incrementAndGet();
        long begin = clock.incrementAndGet();
        Kind kind;
        long sequence = 0;
        String status = "";
        try {
            Decision decision = event.equals("place")
                    ? orders.place(number, BusyShop.placing(id))
                    : orders.fire(number, BusyShop.firing(event, id));
            kind = decision instanceof Accepted ? Kind.WROTE : Kind.REFUSED;
            if (decision instanceof Accepted accepted) {
                sequence = accepted.entry().sequence();
                status = accepted.order().status();
            }
        } catch (StoreFailedException | ConflictException e) {
            kind = Kind.FAILED;
        } catch (OutcomeUnknownException e) {
            kind = Kind.UNKNOWN;
        }
        operations.add(new Operation(number, kind, event, id, begin, clock.incrementAndGet(), sequence, status));
        return kind != Kind.FAILED && kind != Kind.UNKNOWN;
    }
}
