package dev.orderly.http.live;

import dev.orderly.decision.OrderListener;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * A feed that passes the changes of this process on to open pages and streams. Give it to the orders as a listener and
 * to the servlet; one feed can serve several of each. It only queues a change, so it does not delay the change itself.
 * Thread-safe.
 */
public final class ChangeFeed implements OrderListener {

    private final Set<Consumer<OrderChange>> readers = new CopyOnWriteArraySet<>();

    /** A feed without readers. */
    public ChangeFeed() {}

    @Override
    public void changed(Order order, Activity entry) {
        OrderChange change = new OrderChange(order, entry);
        readers.forEach(reader -> reader.accept(change));
    }

    /** Adds a reader of changes, which must not block. */
    void add(Consumer<OrderChange> reader) {
        readers.add(reader);
    }

    void remove(Consumer<OrderChange> reader) {
        readers.remove(reader);
    }
}
