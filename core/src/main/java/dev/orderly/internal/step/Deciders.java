package dev.orderly.internal.step;

import dev.orderly.decision.Decider;
import dev.orderly.order.Evolution;
import dev.orderly.order.Order;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Workflow;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The deciders of all workflow versions in use, each made once. Thread-safe. */
public final class Deciders {

    private final OrderStore store;
    private final Function<Workflow, Decider> deciders;
    private final Map<Key, Decider> made = new ConcurrentHashMap<>();
    private final Map<String, Workflow> latest = new ConcurrentHashMap<>();

    public Deciders(OrderStore store, Function<Workflow, Decider> deciders) {
        this.store = store;
        this.deciders = deciders;
    }

    /** Checks a workflow, and registers it with the store. */
    public void add(Workflow workflow) {
        Decider decider = deciders.apply(workflow);
        store.register(workflow);
        made.put(new Key(workflow.name(), workflow.version()), decider);
        latest.merge(workflow.name(), workflow, (a, b) -> a.version() > b.version() ? a : b);
    }

    /** The latest version of each workflow of this program, in no order. */
    public Collection<Workflow> latest() {
        return latest.values();
    }

    /**
     * The decider of new orders of a workflow: that of its latest version.
     *
     * @throws IllegalArgumentException if this program has no such workflow
     */
    public Decider latest(String name) {
        Workflow workflow = latest.get(name);
        if (workflow == null) {
            throw new IllegalArgumentException("there is no workflow \"" + name + "\" to place an order by: give it to "
                    + "Orders.builder(…).workflow(…), which was given " + new TreeSet<>(latest.keySet()));
        }
        return version(workflow.name(), workflow.version());
    }

    public Decider of(Order order) {
        return version(order.workflow(), order.version());
    }

    public Evolution evolution(String name, int version) {
        return version(name, version).evolution();
    }

    /** The decider of a version that this program was given, or that the store has from an earlier run. */
    public Decider version(String name, int version) {
        return made.computeIfAbsent(
                new Key(name, version),
                key -> deciders.apply(store.workflow(name, version)
                        .orElseThrow(() -> new IllegalStateException(name + " version " + version
                                + " is known neither to the store nor to this program: give that version to"
                                + " Orders.builder(…).workflow(…)"))));
    }

    private record Key(String name, int version) {}
}
