package dev.orderly.internal.privacy;

import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.Deciders;
import dev.orderly.internal.step.OrderAccess;
import dev.orderly.internal.step.OrderClock;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.ErasureEntry;
import dev.orderly.order.History;
import dev.orderly.order.HistoryEntry;
import dev.orderly.order.Order;
import dev.orderly.store.StoredOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases the personal data of customers from orders and their histories. */
public final class PersonalData {

    private static final Logger LOG = LoggerFactory.getLogger("dev.orderly.Orders");

    private final OrderAccess access;
    private final Deciders deciders;
    private final ChangeWriter writer;
    private final OrderClock clock;

    public PersonalData(OrderAccess access, Deciders deciders, ChangeWriter writer, OrderClock clock) {
        this.access = access;
        this.deciders = deciders;
        this.writer = writer;
        this.clock = clock;
    }

    public Optional<Order> erase(String number, Actor actor, Set<String> fields) {
        return writer.retrying(
                () -> access.history(number, deciders::evolution).map(history -> erase(history, actor, fields)));
    }

    private Order erase(History history, Actor actor, Set<String> fields) {
        List<HistoryEntry> entries = history.entries();
        List<HistoryEntry> left =
                entries.stream().map(entry -> entry.withoutPersonalData(fields)).toList();
        List<HistoryEntry> redacted =
                left.stream().filter(entry -> !entries.contains(entry)).toList();
        Order before = new History(history.number(), left).replay(deciders::evolution);
        Activity erasure = ErasureEntry.of(before.sequence() + 1, actor, clock.next(before), fields);
        Order after = deciders.of(before).evolution().apply(before, erasure);
        StoredOrder stored = new StoredOrder(before, left.get(left.size() - 1).hash());
        writer.erase(stored, after, erasure, redacted);
        LOG.info("the personal data of order {} is erased, in {} entries", history.number(), redacted.size());
        return after;
    }
}
