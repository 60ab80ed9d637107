package dev.orderly.spring;

import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.store.OrderStore;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an application's listeners of changes when they are committed, and never of those that are rolled back. Of
 * refusals it tells at once, for they are true in any case, and who is refused often rolls back.
 *
 * <p>The listeners are looked for at the first change: one of them may need the orders that it listens to.
 */
final class AfterCommit implements OrderListener {

    private static final Logger LOG = LoggerFactory.getLogger(AfterCommit.class);

    private final OrderStore store;
    private final @Nullable SpringTransaction transaction;
    private final Supplier<List<OrderListener>> beans;
    private volatile @Nullable List<OrderListener> listeners;

    AfterCommit(OrderStore store, @Nullable SpringTransaction transaction, Supplier<List<OrderListener>> beans) {
        this.store = store;
        this.transaction = transaction;
        this.beans = beans;
    }

    @Override
    public void changed(Order order, Activity entry) {
        Runnable tell = () -> each(listener -> listener.changed(order, entry));
        if (transaction != null && store.isJoined()) {
            transaction.afterCommit(tell);
        } else {
            tell.run();
        }
    }

    @Override
    public void refused(@Nullable Order order, Request request, Rejected refusal) {
        each(listener -> listener.refused(order, request, refusal));
    }

    private void each(Consumer<OrderListener> tell) {
        for (OrderListener listener : listeners()) {
            try {
                tell.accept(listener);
            } catch (Exception e) { // some languages throw checked exceptions without declaring them
                LOG.error("listener {} failed; what it was told of stands", listener, e);
            }
        }
    }

    private List<OrderListener> listeners() {
        List<OrderListener> known = listeners;
        if (known == null) {
            known = List.copyOf(beans.get());
            listeners = known;
        }
        return known;
    }
}
