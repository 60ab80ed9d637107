package dev.orderly.http;

import dev.orderly.Orders;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The health check: whether orders can be read. The store is queried once a second at most and by one thread at a time,
 * so that frequent checks cost nothing and a store that hangs blocks one thread; the other threads report that it is
 * down.
 */
final class Health {

    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long STALE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** A number that no order needs to have: that it can be looked for is what counts. */
    private static final String ANY = "health";

    private final Orders orders;
    private final LongSupplier nanos;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile Finding last;

    Health(Orders orders, LongSupplier nanos) {
        this.orders = orders;
        this.nanos = nanos;
        last = new Finding(true, nanos.getAsLong() - FRESH_NANOS);
    }

    boolean isUp() {
        if (nanos.getAsLong() - last.at >= FRESH_NANOS && asking.tryLock()) {
            try {
                last = new Finding(storeAnswers(), nanos.getAsLong());
            } finally {
                asking.unlock();
            }
        }
        Finding known = last;
        return known.up && nanos.getAsLong() - known.at < STALE_NANOS;
    }

    int unreadableOrders() {
        return orders.unreadable().size();
    }

    private boolean storeAnswers() {
        try {
            orders.find(ANY);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("orders cannot be read", e);
            return false;
        }
    }

    private record Finding(boolean up, long at) {}
}
