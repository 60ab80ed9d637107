package dev.orderly;

import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.PendingActivity;
import dev.orderly.order.Actor;
import dev.orderly.order.Migration;
import dev.orderly.order.Order;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Page;
import dev.orderly.store.Receipt;
import dev.orderly.store.StoredOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run of a migration, or a dry run. One thread lists the live orders, page by page; others read each batch anew with its
 * hashes, decide each order, and write the batch. Orders that another writer changed meanwhile are moved one by one.
 */
final class MigrationRun {

    /** How many orders one write has, at most. */
    private static final int BATCH = 500;

    private static final String UNREADABLE = "it cannot be read";

    private final OrderStore store;
    private final ChangeWriter writer;
    private final VersionChange change;
    private final MigrationPace pace;
    private final @Nullable Actor actor;
    private final MigrationCount count;

    /**
     * A run.
     *
     * @param actor who moves the orders; null for a dry run
     */
    MigrationRun(
            OrderStore store, ChangeWriter writer, VersionChange change, MigrationPace pace, @Nullable Actor actor) {
        this.store = store;
        this.writer = writer;
        this.change = change;
        this.pace = pace;
        this.actor = actor;
        count = new MigrationCount(pace.progress());
    }

    MigrationReport run() {
        String[] live = change.liveStatuses();
        if (live.length == 0) {
            return count.report(true);
        }
        OrderQuery query = OrderQuery.all()
                .withVersion(change.from().workflow().name(), change.oldVersion())
                .withStatuses(live)
                .withLimit(OrderQuery.MAX_LIMIT);
        boolean isInline = store.isJoined() || actor == null;
        MigrationWorkers workers = isInline ? MigrationWorkers.none(pace) : new MigrationWorkers(pace);
        return count.report(workers.run(() -> walk(query, workers)));
    }

    /** Hands out all live orders; whether it did so to the end. */
    private boolean walk(OrderQuery query, MigrationWorkers workers) {
        Optional<Page> page = Optional.of(store.list(query));
        while (page.isPresent()) {
            List<String> movable = movable(page.get());
            for (int from = 0; from < movable.size(); ) {
                int share = workers.reserve(Math.min(BATCH, movable.size() - from));
                if (share == 0) {
                    return false;
                }
                List<String> numbers = movable.subList(from, from + share);
                workers.submit(share, () -> move(numbers));
                from += share;
            }
            page = page.get().next().map(next -> store.list(query.withAfter(next)));
        }
        return true;
    }

    private List<String> movable(Page page) {
        List<String> movable = new ArrayList<>();
        page.unreadable().forEach(problem -> count.left(problem.number(), "", UNREADABLE));
        for (Order order : page.orders()) {
            count.found(order);
            Optional<String> obstacle = change.obstacle(order);
            if (obstacle.isPresent()) {
                count.left(order, obstacle.get());
            } else {
                movable.add(order.number());
            }
        }
        return movable;
    }

    /** Moves these orders; how many it moved. */
    private int move(List<String> numbers) {
        int moved = actor == null ? numbers.size() : move(numbers, actor);
        count.moved(moved);
        count.tell();
        return moved;
    }

    private int move(List<String> numbers, Actor by) {
        List<PendingActivity> pending = new ArrayList<>();
        List<Order> again = new ArrayList<>();
        Set<String> missing = new LinkedHashSet<>(numbers);
        for (StoredOrder stored : store.findAll(numbers)) {
            Order order = stored.order();
            missing.remove(order.number());
            if (order.version() == change.oldVersion() && change.obstacle(order).isEmpty()) {
                Migration migration = change.migration(order, by);
                pending.add(change.pending(stored, migration));
            } else {
                again.add(order);
            }
        }
        missing.forEach(number -> count.left(number, "", UNREADABLE));
        int moved = 0;
        Iterator<PendingActivity> each = pending.iterator();
        for (Receipt receipt : writer.writeAll(pending)) {
            Order order = each.next().before().order();
            RuntimeException failure = receipt.failure();
            if (failure == null) {
                moved++;
            } else if (failure instanceof ConflictException) {
                again.add(order);
            } else {
                count.moved(moved);
                throw failure;
            }
        }
        for (Order order : again) {
            Optional<String> obstacle = move(order.number(), by);
            obstacle.ifPresent(why -> count.left(order, why));
            moved += obstacle.isEmpty() ? 1 : 0;
        }
        return moved;
    }

    /** Moves an order that others change as well; why it could not be moved. */
    private Optional<String> move(String number, Actor by) {
        try {
            return writer.retrying(() -> {
                StoredOrder stored = store.find(number).orElseThrow();
                Order order = stored.order();
                if (order.version() == change.newVersion()) {
                    return Optional.empty(); // another process runs the same migration
                }
                Optional<String> obstacle = order.version() == change.oldVersion()
                        ? change.obstacle(order)
                        : Optional.of("another program moved it to version " + order.version());
                if (obstacle.isEmpty()) {
                    Migration migration = change.migration(order, by);
                    writer.write(change.pending(stored, migration));
                }
                return obstacle;
            });
        } catch (ConflictException e) {
            return Optional.of("it is being changed all the time: run the migration again");
        }
    }
}
