package dev.orderly.statemachine.definition;

import dev.orderly.decision.Guard;
import dev.orderly.statemachine.StateMachineEngine;
import dev.orderly.statemachine.StateMachineEngineBuilder;
import dev.orderly.statemachine.StateMachineOrderListener;
import dev.orderly.statemachine.StateMachineOrderListenerBuilder;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachineContext;

/**
 * The result of an import: the workflow of a state machine, the guards to run it with, and notes on what is different.
 * Immutable, and as thread-safe as the guards that it asks.
 *
 * @param <S> the type of the machine's states
 * @param <E> the type of its events
 */
public final class ImportedWorkflow<S, E> {

    private final Workflow workflow;
    private final Map<String, Guard> guards;
    private final List<ImportNote> unsupported;
    private final List<ImportNote> changes;
    private final Map<S, String> statuses;
    private final Map<E, String> events;
    private final @Nullable ContextReader<S, E> reader;

    ImportedWorkflow(
            Workflow workflow,
            Map<String, Guard> guards,
            List<ImportNote> unsupported,
            List<ImportNote> changes,
            Map<S, String> statuses,
            Map<E, String> events,
            @Nullable ContextReader<S, E> reader) {
        this.workflow = workflow;
        this.guards = guards;
        this.unsupported = List.copyOf(unsupported);
        this.changes = List.copyOf(changes);
        this.statuses = Map.copyOf(statuses);
        this.events = Map.copyOf(events);
        this.reader = reader;
    }

    /** The workflow. What runs it, checks it: a machine may have mistakes that a workflow must not have. */
    public Workflow workflow() {
        return workflow;
    }

    /**
     * The machine's guards by the names that the workflow has for them; unmodifiable. Each shows the machine's own
     * guard a {@code StateContext} of the stage {@code TRANSITION}:
     *
     * <ul>
     *   <li>the event, as the payload of the message; neither where the event fires by itself;
     *   <li>the request's data, as headers; {@code timestamp} is the request's time, and there is no {@code id};
     *   <li>the order's fields, as far as declared, with the request's data over them, as variables of the extended state: a copy, so
     *       that changes are lost;
     *   <li>source, target and transition, with nothing but their ids; the target of a choice's guard is the choice.
     * </ul>
     *
     * There is no state machine: a guard that asks for it ends the decision with an exception. A guard that throws
     * anything else refuses, as it does on a state machine. The refusal's code is the guard's name.
     */
    public Map<String, Guard> guards() {
        return guards;
    }

    /** Notes on what was not carried over, one per item; unmodifiable. */
    public List<ImportNote> unsupported() {
        return unsupported;
    }

    /** Notes on what was carried over and means something else now, or got a name; unmodifiable. */
    public List<ImportNote> changes() {
        return changes;
    }

    /**
     * A builder of an engine on Spring Statemachine for this workflow, or for a later version of it, with the machine's own
     * guards; listeners and interceptors have the machine's own types. They are called while a step is decided, also where
     * the application only asks: one that saves belongs into {@link #orderListener}.
     */
    public StateMachineEngineBuilder<S, E> engine(Workflow version) {
        return StateMachineEngine.builder(version, statuses, events).guards(guards);
    }

    /**
     * A builder of a listener that calls listeners and interceptors of the machine's own types for every step that was
     * written; it works with every engine.
     */
    public StateMachineOrderListenerBuilder<S, E> orderListener() {
        return StateMachineOrderListener.builder(workflow, statuses, events);
    }

    /**
     * What a state is called as a status.
     *
     * @throws IllegalArgumentException if it is none
     */
    public String statusOf(S state) {
        return found(statuses, state, "status");
    }

    /**
     * What an event is called.
     *
     * @throws IllegalArgumentException if there is no such event
     */
    public String eventOf(E event) {
        return found(events, event, "event");
    }

    private static <T> String found(Map<T, String> names, T original, String what) {
        String name = names.get(original);
        if (name == null) {
            throw new IllegalArgumentException(original + " is no " + what + " of this workflow: " + names.values());
        }
        return name;
    }

    /**
     * The start of an order where a persisted machine stopped. Deadlines of its status count from the time of the
     * request, for a context does not say since when the machine was in its state.
     *
     * @throws IllegalStateException if {@link StateMachineImport#migrationStart()} was not called on the import
     * @throws IllegalArgumentException if the machine is in several states, remembers some, is in one that is no status, or
     *     has a variable that its field does not take
     */
    public MigrationStart migrationStart(StateMachineContext<S, E> context) {
        if (reader == null) {
            throw new IllegalStateException(
                    "orders of " + workflow + " cannot begin in the middle: call migrationStart() on the import");
        }
        return reader.read(context);
    }
}
