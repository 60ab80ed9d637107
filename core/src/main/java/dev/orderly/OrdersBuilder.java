package dev.orderly;

import dev.orderly.decision.Decider;
import dev.orderly.decision.EngineFactory;
import dev.orderly.decision.Guard;
import dev.orderly.decision.OrderListener;
import dev.orderly.internal.step.ChangeWriter;
import dev.orderly.internal.step.Deciders;
import dev.orderly.internal.step.OrderAccess;
import dev.orderly.internal.step.OrderClock;
import dev.orderly.order.ChainKeys;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts {@link Orders} together. Not thread-safe. */
public final class OrdersBuilder {

    private static final int DEFAULT_ATTEMPTS = 10;
    private static final long DEFAULT_ATTACHMENT_SIZE = 10L << 20;
    private static final Duration DEFAULT_ANSWER_RETENTION = Duration.ofDays(28);

    private final OrderStore store;
    private final List<Workflow> workflows = new ArrayList<>();
    private final Map<String, Guard> guards = new HashMap<>();
    private final List<OrderListener> listeners = new ArrayList<>();
    private @Nullable EngineFactory engines;
    private @Nullable Clock clock;
    private @Nullable ChainKeys chainKeys;
    private int attempts = DEFAULT_ATTEMPTS;
    private boolean notifying = true;
    private long maxAttachmentSize = DEFAULT_ATTACHMENT_SIZE;
    private Duration answerRetention = DEFAULT_ANSWER_RETENTION;

    OrdersBuilder(OrderStore store) {
        this.store = store;
    }

    /** A workflow that orders follow; of several, the first is the one of {@link Orders#place(String, dev.orderly.decision.Request)}. */
    public OrdersBuilder workflow(Workflow workflow) {
        workflows.add(workflow);
        return this;
    }

    /** A condition in code, by the name that the workflows use for it. */
    public OrdersBuilder guard(String name, Guard guard) {
        guards.put(name, guard);
        return this;
    }

    /** Another engine than the library's own. It is given the conditions in code of {@link #guard}. */
    public OrdersBuilder engine(EngineFactory factory) {
        engines = factory;
        return this;
    }

    /** A listener that is called after every change. */
    public OrdersBuilder listener(OrderListener listener) {
        listeners.add(listener);
        return this;
    }

    /**
     * Writes no messages to the outbox: for orders that are brought over from elsewhere, about which everybody concerned
     * was notified long ago.
     */
    public OrdersBuilder withoutNotifications() {
        notifying = false;
        return this;
    }

    /**
     * The clock that gives requests their time where they have none, and by which deadlines come; left out, the system's
     * clock, and for deadlines the store's where it has one.
     */
    public OrdersBuilder clock(Clock source) {
        clock = source;
        return this;
    }

    /** How often a request is decided at most while others change the order first; left out, 10 times. */
    public OrdersBuilder attempts(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, but is " + number);
        }
        attempts = number;
        return this;
    }

    /** The size in bytes up to which attachments are taken; left out, 10 MiB. */
    public OrdersBuilder maxAttachmentSize(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("maxAttachmentSize cannot be negative, but is " + bytes);
        }
        maxAttachmentSize = bytes;
        return this;
    }

    /**
     * How long the answers to requests with an id are kept, from which a repeated request is answered; left out, 28 days.
     * A sweep deletes older ones, and a request that is repeated after that is decided anew. Longer than any program
     * repeats a request.
     *
     * @throws IllegalArgumentException if it is not more than 0
     */
    public OrdersBuilder answerRetention(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("answerRetention must be more than 0, but is " + time);
        }
        answerRetention = time;
        return this;
    }

    /**
     * The keys with which entries of histories are chained; left out, those of the store. Who writes to the store without them
     * cannot write an entry that verifies.
     */
    public OrdersBuilder chainKeys(ChainKeys keys) {
        chainKeys = keys;
        return this;
    }

    /**
     * The facade, with every workflow checked and registered with the store.
     *
     * @throws dev.orderly.check.InvalidWorkflowException if a workflow has errors
     * @throws IllegalArgumentException if there is no workflow, a guard is missing, or the store has a version of a
     *     workflow with another content
     */
    public Orders build() {
        if (workflows.isEmpty()) {
            throw new IllegalArgumentException("Orders needs at least one workflow: give one to workflow(…)");
        }
        Map<String, Guard> given = Map.copyOf(guards);
        EngineFactory factory = engines;
        Deciders known = new Deciders(
                store,
                w -> factory == null ? Decider.of(w, given) : Decider.using(w, part -> factory.engine(part, given)));
        workflows.forEach(known::add);
        OrderClock orderClock = new OrderClock(clock);
        return new Orders(
                store,
                OrderAccess.all(store),
                known,
                workflows.get(0).name(),
                new ChangeWriter(
                        store,
                        listeners,
                        attempts,
                        notifying,
                        orderClock,
                        chainKeys == null ? store.chainKeys() : chainKeys),
                orderClock,
                new OrdersSettings(maxAttachmentSize, answerRetention));
    }
}
