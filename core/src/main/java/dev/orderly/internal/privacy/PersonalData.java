package dev.orderly.internal.privacy;

import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.Deciders;
import dev.orderly.internal.step.OrderAccess;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.Erasure;
import dev.orderly.store.OrderStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what orders tell about their customers. */
public final class PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger("dev.orderly.Orders");

    private final OrderStore store;
    private final OrderAccess access;
    private final Deciders deciders;
    private final ChangeWriter writer;

    public PersonalData(OrderStore store, OrderAccess access, Deciders deciders, ChangeWriter writer) {
        this.store = store;
        this.access = access;
        this.deciders = deciders;
        this.writer = writer;
    }

    public Optional<Order> erase(String number, Set<String> fields) {
        return writer.retrying(
                () -> access.history(number, deciders::evolution).map(history -> erase(history, fields)));
    }

    private Order erase(History history, Set<String> fields) {
        List<HistoryEntry> left = history.entries().stream()
                .map(entry -> entry.withoutPersonalData(fields))
                .toList();
        Order after = new History(history.number(), left).replay(deciders::evolution);
        List<HistoryEntry> changed = left.stream()
                .filter(entry -> !history.entries().contains(entry))
                .toList();
        store.erase(new Erasure(after, changed));
        LOG.info("what order {} told about its customer is erased, in {} entries", history.number(), changed.size());
        return after;
    }
}
