package dev.orderly.statemachine.definition;

import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Request;
import dev.orderly.order.OrderView;
import dev.orderly.statemachine.definition.GuardContext.MissingMachineException;
import dev.orderly.statemachine.definition.MachineModel.Condition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A guard of Spring Statemachine that is asked about orders. */
final class ImportedGuard<S, E> implements Guard {

    private static final Logger LOG = LoggerFactory.getLogger(StateMachineImport.class);

    private final String name;
    private final Condition<S, E> condition;
    private final S target;
    private final Map<String, S> states;
    private final Map<String, E> events;
    private final List<Variable> variables;

    ImportedGuard(
            String name,
            Condition<S, E> condition,
            S target,
            Map<String, S> states,
            Map<String, E> events,
            List<Variable> variables) {
        this.name = name;
        this.condition = condition;
        this.target = target;
        this.states = states;
        this.events = events;
        this.variables = List.copyOf(variables);
    }

    @Override
    public Optional<Reason> objection(OrderView order, Request request) {
        return holds(order, request)
                ? Optional.empty()
                : Optional.of(Reason.of(name, "en", "The condition “{guard}” is not met.")
                        .with("guard", name));
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
        return GuardContext.of(events.get(request.event()), request, data, all, source, target);
    }
}
