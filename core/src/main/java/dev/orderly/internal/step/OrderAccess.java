package dev.orderly.internal.step;

import dev.orderly.order.Evolution;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.store.OrderLookup;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Page;
import dev.orderly.store.StoredOrder;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a store that exist for a caller: all of them, or those for which a condition holds. Whether an order
 * exists is decided on the snapshot that is handed out, so that nothing can happen in between.
 */
public final class OrderAccess {

    private final OrderStore store;
    private final @Nullable Predicate<Order> visible;

    private OrderAccess(OrderStore store, @Nullable Predicate<Order> visible) {
        this.store = store;
        this.visible = visible;
    }

    /** Access to all orders. */
    public static OrderAccess all(OrderStore store) {
        return new OrderAccess(store, null);
    }

    /** The same access by way of another view of the store. */
    public OrderAccess withStore(OrderStore view) {
        return new OrderAccess(view, visible);
    }

    /** Access to those of these orders for which a condition holds. */
    public OrderAccess restrictedTo(Predicate<Order> condition) {
        return new OrderAccess(store, visible == null ? condition : visible.and(condition));
    }

    /** Whether some orders may not exist for the caller. */
    public boolean isRestricted() {
        return visible != null;
    }

    public Optional<StoredOrder> find(String number) {
        return store.find(number).filter(stored -> isVisible(stored.order()));
    }

    /** An order, and the stored answer to the request with this id about it; there is none without an id. */
    public OrderLookup find(String number, @Nullable String requestId) {
        if (requestId == null) {
            return new OrderLookup(find(number), Optional.empty());
        }
        OrderLookup found = store.find(number, requestId);
        return new OrderLookup(found.order().filter(stored -> isVisible(stored.order())), found.answer());
    }

    /** The history of an order that exists in the state that the history makes. */
    public Optional<History> history(String number, BiFunction<String, Integer, Evolution> evolutions) {
        Optional<History> history = store.history(number);
        return visible == null ? history : history.filter(h -> isVisible(h.replay(evolutions)));
    }

    public Page list(OrderQuery query) {
        Page page = store.list(query);
        return visible == null
                ? page
                : new Page(page.orders().stream().filter(this::isVisible).toList(), page.next(), page.unreadable());
    }

    private boolean isVisible(Order order) {
        return visible == null || visible.test(order);
    }
}
