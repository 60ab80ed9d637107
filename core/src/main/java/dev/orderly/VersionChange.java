package dev.orderly;

import dev.orderly.decision.Decider;
import dev.orderly.internal.step.OrderClock;
import dev.orderly.internal.step.PendingActivity;
import dev.orderly.order.Actor;
import dev.orderly.order.Migration;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.store.StoredOrder;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.ItemRules;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What it means for an order to follow another version of its workflow: where it comes to be, and what may prevent it. */
record VersionChange(Decider from, Decider to, OrderClock clock, Map<String, String> statuses) {

    VersionChange {
        if (from.workflow().version() == to.workflow().version()) {
            throw new IllegalArgumentException(
                    "orders of " + from.workflow() + " cannot be moved to the version that they follow");
        }
    }

    VersionChange withStatus(String oldStatus, String newStatus) {
        require(from.workflow(), oldStatus);
        require(to.workflow(), newStatus);
        Map<String, String> more = new HashMap<>(statuses);
        more.put(oldStatus, newStatus);
        return new VersionChange(from, to, clock, Map.copyOf(more));
    }

    private static void require(Workflow workflow, String status) {
        if (workflow.status(status).isEmpty()) {
            throw new IllegalArgumentException(workflow + " has no status \"" + status + "\"; it has "
                    + workflow.statuses().stream().map(Status::name).toList());
        }
    }

    /** The statuses of the old version from which something leads on: orders in these are live. */
    String[] liveStatuses() {
        return from.workflow().statuses().stream()
                .map(Status::name)
                .filter(name -> !from.workflow().isFinal(name))
                .toArray(String[]::new);
    }

    int oldVersion() {
        return from.workflow().version();
    }

    int newVersion() {
        return to.workflow().version();
    }

    /** A migration with the automatic steps that it brings about, as something to be written. */
    PendingActivity pending(StoredOrder stored, Migration migration) {
        Order after = to.evolution().apply(stored.order(), migration);
        return new PendingActivity(stored, after, migration, to.automaticSteps(after, migration.at()));
    }

    Migration migration(Order order, Actor actor) {
        return Migration.builder(
                        order.sequence() + 1,
                        actor,
                        clock.next(order),
                        oldVersion(),
                        newVersion(),
                        order.status(),
                        target(order))
                .build();
    }

    String target(Order order) {
        return statuses.getOrDefault(order.status(), order.status());
    }

    /** Why an order cannot follow the new version; empty if it can. */
    Optional<String> obstacle(Order order) {
        Workflow target = to.workflow();
        if (target.status(target(order)).isEmpty()) {
            return Optional.of(target + " has no status \"" + target(order) + "\": map it to one that it has");
        }
        Optional<String> obstacle = obstacle(target, order.fields()).or(() -> obstacle(target, order.items()));
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

    private static Optional<String> obstacle(Workflow target, ItemCounts items) {
        ItemRules rules = target.items();
        if (rules == null) {
            return items.isEmpty() ? Optional.empty() : Optional.of(target + " looks at no units, but the order does");
        }
        if (items.isEmpty()) {
            return Optional.of(target + " looks at units, and where those of the order are is not known");
        }
        return items.occupied().stream()
                .filter(status -> rules.status(status).isEmpty())
                .findFirst()
                .map(status -> target + " has no item status \"" + status + "\", in which units of the order are");
    }

    private static boolean isCanonical(Field field, Object value) {
        try {
            return field.canonical(value).equals(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
