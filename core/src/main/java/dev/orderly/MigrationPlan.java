package dev.orderly;

import dev.orderly.decision.Decider;
import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.OrderClock;
import dev.orderly.order.Actor;
import dev.orderly.order.Migration;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.store.ConflictException;
import dev.orderly.store.OrderQuery;
import dev.orderly.store.OrderStore;
import dev.orderly.store.Page;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Moves the live orders of a workflow from one version to another: those from whose status something leads on. Immutable;
 * {@link #withStatus} gives a changed copy.
 */
public final class MigrationPlan {

    private final OrderStore store;
    private final ChangeWriter writer;
    private final OrderClock clock;
    private final Decider from;
    private final Decider to;
    private final Map<String, String> statuses;

    MigrationPlan(
            OrderStore store,
            ChangeWriter writer,
            OrderClock clock,
            Decider from,
            Decider to,
            Map<String, String> statuses) {
        if (from.workflow().version() == to.workflow().version()) {
            throw new IllegalArgumentException(
                    "orders of " + from.workflow() + " cannot be moved to the version that they follow");
        }
        this.store = store;
        this.writer = writer;
        this.clock = clock;
        this.from = from;
        this.to = to;
        this.statuses = statuses;
    }

    /**
     * Says what a status of the old version is called in the new one; a status that is not named keeps its name.
     *
     * @throws IllegalArgumentException if one of the versions has no such status
     */
    public MigrationPlan withStatus(String oldStatus, String newStatus) {
        require(from.workflow(), oldStatus);
        require(to.workflow(), newStatus);
        Map<String, String> more = new HashMap<>(statuses);
        more.put(oldStatus, newStatus);
        return new MigrationPlan(store, writer, clock, from, to, Map.copyOf(more));
    }

    /** What {@link #run} would do now; nothing happens. */
    public MigrationReport dryRun() {
        return go(null);
    }

    /** Moves every order that can be moved, and names the others. It can be run again for those. */
    public MigrationReport run(Actor actor) {
        return go(actor);
    }

    private MigrationReport go(@Nullable Actor actor) {
        Workflow old = from.workflow();
        Map<String, Long> counts = new TreeMap<>();
        List<MigrationReport.Unmapped> unmapped = new ArrayList<>();
        long moved = 0;
        OrderQuery query =
                OrderQuery.all().withVersion(old.name(), old.version()).withLimit(OrderQuery.MAX_LIMIT);
        Optional<Page> page = Optional.of(store.list(query));
        while (page.isPresent()) {
            for (Order order : page.get().orders()) {
                if (!old.isFinal(order.status())) {
                    counts.merge(order.status(), 1L, Long::sum);
                    Optional<String> obstacle = obstacle(order);
                    if (obstacle.isEmpty() && actor != null) {
                        obstacle = move(order.number(), actor);
                    }
                    if (obstacle.isPresent()) {
                        unmapped.add(new MigrationReport.Unmapped(order.number(), order.status(), obstacle.get()));
                    } else {
                        moved++;
                    }
                }
            }
            page = page.get().next().map(next -> store.list(query.withAfter(next)));
        }
        return new MigrationReport(counts, moved, unmapped);
    }

    private static void require(Workflow workflow, String status) {
        if (workflow.status(status).isEmpty()) {
            throw new IllegalArgumentException(workflow + " has no status \"" + status + "\"; it has "
                    + workflow.statuses().stream().map(Status::name).toList());
        }
    }

    private String target(Order order) {
        return statuses.getOrDefault(order.status(), order.status());
    }

    private Optional<String> obstacle(Order order) {
        Workflow target = to.workflow();
        if (target.status(target(order)).isEmpty()) {
            return Optional.of(target + " has no status \"" + target(order) + "\": map it to one that it has");
        }
        Optional<String> obstacle = obstacle(target, order.fields());
        for (OrderCase aCase : order.cases()) {
            obstacle = obstacle.or(() -> obstacle(aCase));
        }
        return obstacle;
    }

    private Optional<String> obstacle(OrderCase aCase) {
        String type = aCase.ref().type();
        return to.workflow()
                .caseType(type)
                .filter(t -> t.workflow().status(aCase.status()).isPresent())
                .map(t -> obstacle(t.workflow(), aCase.fields()))
                .orElseGet(() -> Optional.of(
                        to.workflow() + " has no case \"" + type + "\" with a status \"" + aCase.status() + "\""));
    }

    private static Optional<String> obstacle(Workflow target, Data fields) {
        for (Map.Entry<String, Object> value : fields.asMap().entrySet()) {
            Optional<Field> field = target.field(value.getKey());
            if (field.isEmpty()) {
                return Optional.of(target + " has no field \"" + value.getKey() + "\", which the order carries");
            }
            if (!isCanonical(field.get(), value.getValue())) {
                return Optional.of("what the order carries in the field \"" + value.getKey() + "\" is no "
                        + field.get().type().code() + " that " + target + " allows");
            }
        }
        return Optional.empty();
    }

    private static boolean isCanonical(Field field, Object value) {
        try {
            return field.canonical(value).equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> move(String number, Actor actor) {
        try {
            return writer.retrying(() -> {
                StoredOrder stored = store.find(number).orElseThrow();
                Order order = stored.order();
                if (order.version() == to.workflow().version()) {
                    return Optional.empty(); // another process runs the same migration
                }
                Optional<String> obstacle = order.version() == from.workflow().version()
                        ? obstacle(order)
                        : Optional.of("somebody else moved it to version " + order.version());
                if (obstacle.isEmpty()) {
                    Migration migration = migration(order, actor);
                    writer.write(stored, to.evolution().apply(order, migration), migration, null, Map.of());
                }
                return obstacle;
            });
        } catch (ConflictException e) {
            return Optional.of("it is being changed all the time: run the migration again");
        }
    }

    private Migration migration(Order order, Actor actor) {
        return Migration.builder(
                        order.sequence() + 1,
                        actor,
                        clock.next(order),
                        from.workflow().version(),
                        to.workflow().version(),
                        order.status(),
                        target(order))
                .build();
    }
}
