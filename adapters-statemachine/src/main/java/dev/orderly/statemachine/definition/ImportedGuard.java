package dev.orderly.statemachine.definition;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import dev.orderly.statemachine.definition.GuardContext.MissingMachineException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A guard of Spring Statemachine that is asked about orders. Immutable once the import is made. */
final class ImportedGuard<S, E> implements Guard {

    private static final Logger LOG = LoggerFactory.getLogger(StateMachineImport.class);

    private final String name;
    private final Condition<S, E> condition;
    private final Map<List<String>, S> targets = new HashMap<>();
    private final AtomicBoolean writes = new AtomicBoolean();
    private final Map<String, S> states;
    private final Map<String, E> events;
    private final List<Variable> variables;

    ImportedGuard(
            String name,
            Condition<S, E> condition,
            Map<String, S> states,
            Map<String, E> events,
            List<Variable> variables) {
        this.name = name;
        this.condition = condition;
        this.states = states;
        this.events = events;
        this.variables = List.copyOf(variables);
    }

    String name() {
        return name;
    }

    /** Whether it would know at a place which state it is asked about. */
    boolean canStandAt(GuardPlace<S> place) {
        S known = targets.get(List.of(place.status(), place.event()));
        return known == null || known.equals(place.target());
    }

    /** Adds a place, while the import is made. */
    void standAt(GuardPlace<S> place) {
        targets.putIfAbsent(List.of(place.status(), place.event()), place.target());
    }

    @Override
    public Optional<Reason> objection(OrderView order, Request request) {
        return holds(order, request) ? Optional.empty() : Optional.of(objection(name));
    }

    static Reason objection(String name) {
        return Reason.of(name, "en", "The condition “{guard}” is not met.").with("guard", name);
    }

    /** A guard that throws denies, as it does on a state machine. */
    private boolean holds(OrderView order, Request request) {
        try {
            return condition.holds(context(order, request));
        } catch (RuntimeException e) {
            requireOwnFault(e);
            LOG.warn(
                    "guard {} threw for event {} of order {}; it counts as a refusal",
                    name,
                    request.event(),
                    order.number(),
                    e);
            return false;
        }
    }

    /** Logs the first write of a guard that decides by what it wrote, and would do so for ever in the same way. */
    private void wrote(Object key) {
        if (writes.compareAndSet(false, true)) {
            LOG.warn(
                    "guard {} writes the variable {}, which no order keeps: the next time it is asked, it sees the"
                            + " value from before; let an order's field or the history of its events say what it counts",
                    name,
                    key);
        }
    }

    private static void requireOwnFault(RuntimeException thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof MissingMachineException missing) {
                throw missing;
            }
        }
    }

    private GuardContext<S, E> context(OrderView order, Request request) {
        S source = states.get(order.status());
        if (source == null) {
            throw new IllegalArgumentException("guard \"" + name + "\" is asked about order " + order.number()
                    + " in status \"" + order.status() + "\", which its state machine does not have");
        }
        Map<String, Object> data = new HashMap<>(request.data().asMap());
        data.values().removeIf(value -> value instanceof String text && text.isBlank());
        Map<Object, Object> all = new HashMap<>();
        for (Variable variable : variables) {
            String field = variable.field().name();
            Object given = data.computeIfPresent(field, (f, value) -> variable.toVariable(value));
            Object before = order.field(field);
            if (given != null) {
                all.put(field, given);
            } else if (before != null) {
                all.put(field, variable.toVariable(before));
            }
        }
        S target = targets.getOrDefault(List.of(order.status(), request.event()), source);
        return GuardContext.of(
                events.get(request.event()), request, data, all, (key, value) -> wrote(key), source, target);
    }
}
