package dev.orderly.statemachine.definition;

import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.statemachine.definition.MachineModel.Target;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachineContext;

/** Makes the beginning of an order of what Spring Statemachine persisted of a machine. */
final class ContextReader<S, E> {

    private final NameMapper<S> states;
    private final Map<S, Target<S>> composites;
    private final List<Variable> variables;
    private final String role;

    ContextReader(NameMapper<S> states, Map<S, Target<S>> composites, List<Variable> variables, String role) {
        this.states = states;
        this.composites = composites;
        this.variables = List.copyOf(variables);
        this.role = role;
    }

    /** Adds a start in each status, and the field that chooses among them. */
    void declare(WorkflowBuilder<String, String> builder) {
        Set<String> statuses = states.originals().keySet();
        builder.field(Field.choice(MigrationStart.FIELD, statuses.toArray(new String[0])));
        String[] fields = variables.stream().map(v -> v.field().name()).toArray(String[]::new);
        for (String status : statuses) {
            builder.transition(
                    MigrationStart.EVENT,
                    t -> t.to(status)
                            .by(role)
                            .whenField(MigrationStart.FIELD, status)
                            .takes(fields));
        }
    }

    MigrationStart read(StateMachineContext<S, E> context) {
        String id = context.getId();
        StateMachineContext<S, E> innermost = innermost(context);
        requireFlat(innermost, id);
        List<ImportNote> notes = new ArrayList<>();
        Request request =
                Request.of(MigrationStart.EVENT, actor()).with(MigrationStart.FIELD, status(innermost.getState(), id));
        for (Map.Entry<String, Object> variable : variables(context).entrySet()) {
            Variable known = find(variable.getKey()).orElse(null);
            if (known == null) {
                notes.add(MigrationStart.variable(variable.getKey()));
            } else {
                request = request.with(variable.getKey(), value(known, variable.getValue(), id));
            }
        }
        if (context.getEvent() != null) {
            notes.add(MigrationStart.lastEvent(context.getEvent()));
        }
        return new MigrationStart(id, request, notes);
    }

    private Actor actor() {
        return role.equals(Workflow.SYSTEM) ? Actor.system() : Actor.of(role);
    }

    /** The context of the machine within the states that are no statuses: theirs says in which state it is. */
    private StateMachineContext<S, E> innermost(StateMachineContext<S, E> context) {
        List<StateMachineContext<S, E>> children = context.getChilds();
        if (MachineModel.size(children) != 1 || MachineModel.size(context.getChildReferences()) > 0) {
            return context;
        }
        StateMachineContext<S, E> child = children.get(0);
        boolean within = composites.containsKey(context.getState())
                || (context.getState() != null && context.getState().equals(child.getState()));
        return within ? innermost(child) : context;
    }

    private static void requireFlat(StateMachineContext<?, ?> context, @Nullable String id) {
        boolean regions =
                MachineModel.size(context.getChilds()) > 0 || MachineModel.size(context.getChildReferences()) > 0;
        boolean history = context.getHistoryStates() != null
                && !context.getHistoryStates().isEmpty();
        if (regions || history) {
            throw new IllegalArgumentException(
                    "machine " + id + " cannot be migrated: it "
                            + (regions ? "has machines within it" : "remembers states for a history pseudo-state")
                            + ", and an order is in one status only; finish it where it is, or bring it into a plain state first");
        }
    }

    private String status(@Nullable S state, @Nullable String id) {
        Target<S> entered = composites.get(state);
        Object status = entered == null ? state : entered.id();
        return states.originals().entrySet().stream()
                .filter(e -> e.getValue().equals(status))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new IllegalArgumentException("machine " + id + " cannot be migrated: its state "
                        + state + " is none of " + states.originals().values()));
    }

    private static Map<String, Object> variables(StateMachineContext<?, ?> context) {
        Map<String, Object> variables = new TreeMap<>();
        if (context.getExtendedState() != null) {
            context.getExtendedState().getVariables().forEach((key, value) -> {
                if (value != null) {
                    variables.put(key.toString(), value);
                }
            });
        }
        return variables;
    }

    private Optional<Variable> find(String key) {
        return variables.stream().filter(v -> v.field().name().equals(key)).findFirst();
    }

    private static Object value(Variable variable, Object value, @Nullable String id) {
        try {
            return variable.toValue(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "machine " + id + " cannot be migrated: its variable "
                            + variable.field().name() + " is a "
                            + value.getClass().getSimpleName() + " that the field does not take: " + e.getMessage(),
                    e);
        }
    }
}
