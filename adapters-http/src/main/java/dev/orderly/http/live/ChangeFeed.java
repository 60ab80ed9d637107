package dev.orderly.http.live;

import dev.orderly.decision.OrderListener;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;

/**
 * Passes the changes that this process makes on to whoever looks at the orders. Give it to the orders as a listener and to
 * the servlet; one can serve several of each. It only takes a note, so it holds up nobody who changes an order.
 * Thread-safe.
 */
public final class ChangeFeed implements OrderListener {

    private final Set<Consumer<OrderChange>> readers = new CopyOnWriteArraySet<>();

    @Override
    public void changed(Order order, Activity entry) {
        OrderChange change = new OrderChange(order, entry);
        readers.forEach(reader -> reader.accept(change));
    }

    /** Adds somebody who hears of changes, and must not wait for anything. */
    void add(Consumer<OrderChange> reader) {
        readers.add(reader);
    }

    void remove(Consumer<OrderChange> reader) {
        readers.remove(reader);
    }
}
