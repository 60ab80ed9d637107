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
 * Calls an application's listeners for changes after they are committed, and never for those that are rolled back. For
 * refusals it calls them at once, because a refusal holds whether or not its caller rolls back.
 *
 * <p>The listener beans are resolved at the first change, because one of them may depend on the orders that it listens
 * to.
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
        Runnable notification = () -> each(listener -> listener.changed(order, entry));
        if (transaction != null && store.isJoined()) {
            transaction.afterCommit(notification);
        } else {
            notification.run();
        }
    }

    @Override
    public void refused(@Nullable Order order, Request request, Rejected refusal) {
        each(listener -> listener.refused(order, request, refusal));
    }

    private void each(Consumer<OrderListener> call) {
        for (OrderListener listener : listeners()) {
            try {
                call.accept(listener);
            } catch (Exception e) { // some languages throw checked exceptions without declaring them
                LOG.error("listener {} failed; the change or refusal stands", listener, e);
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
