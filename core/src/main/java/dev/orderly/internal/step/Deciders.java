package dev.orderly.internal.step;

import dev.orderly.decision.Decider;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.UnavailableWorkflowException;
import dev.orderly.order.Evolution;
import dev.orderly.order.Order;
import dev.orderly.store.OrderStore;
import dev.orderly.store.StoreFailedException;
import dev.orderly.store.WorkflowVersion;
import dev.orderly.workflow.Workflow;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The deciders of all workflow versions in use, each made once. Thread-safe. */
public final class Deciders {

    private static final Logger LOG = LoggerFactory.getLogger("dev.orderly.Orders");

    private final OrderStore store;
    private final Function<Workflow, Decider> deciders;
    private final Map<WorkflowVersion, Decider> made;
    private final Set<WorkflowVersion> unavailable;
    private final Map<String, Workflow> latest;

    public Deciders(OrderStore store, Function<Workflow, Decider> deciders) {
        this(store, deciders, new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet(), new ConcurrentHashMap<>());
    }

    private Deciders(
            OrderStore store,
            Function<Workflow, Decider> deciders,
            Map<WorkflowVersion, Decider> made,
            Set<WorkflowVersion> unavailable,
            Map<String, Workflow> latest) {
        this.store = store;
        this.deciders = deciders;
        this.made = made;
        this.unavailable = unavailable;
        this.latest = latest;
    }

    /** The same deciders, of which further ones are read by way of another view of the store. */
    public Deciders withStore(OrderStore view) {
        return new Deciders(view, deciders, made, unavailable, latest);
    }

    /** Checks a workflow, and registers it with the store. */
    public void add(Workflow workflow) {
        Decider decider = deciders.apply(workflow);
        store.register(workflow);
        made.put(new WorkflowVersion(workflow.name(), workflow.version()), decider);
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

    /**
     * The decider of a version that this program was given, or that the store has from an earlier run.
     *
     * @throws UnavailableWorkflowException if this program cannot decide about the version's orders
     */
    public Decider version(String name, int version) {
        WorkflowVersion key = new WorkflowVersion(name, version);
        Decider known = made.get(key);
        return known == null ? make(key) : known;
    }

    private Decider make(WorkflowVersion version) {
        try {
            Workflow workflow = store.workflow(version.workflow(), version.version())
                    .orElseThrow(() -> new IllegalStateException("it is known neither to the store nor to this program:"
                            + " give that version to Orders.builder(…).workflow(…)"));
            Decider decider = deciders.apply(workflow);
            made.put(version, decider);
            unavailable.remove(version);
            return decider;
        } catch (StoreFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            if (unavailable.add(version)) {
                LOG.warn("orders of {} are left to other nodes", version, e);
            }
            throw new UnavailableWorkflowException(
                    version.workflow(), version.version(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The refusal of requests about an order that this program cannot decide about. */
    public Optional<Rejected> refusal(Order order) {
        try {
            of(order);
            return Optional.empty();
        } catch (UnavailableWorkflowException e) {
            return Optional.of(e.refusal(order.number()));
        }
    }

    /** The versions that this program met and cannot decide about. */
    public Set<WorkflowVersion> unavailable() {
        return Set.copyOf(unavailable);
    }
}
