package dev.orderly.statemachine;

import dev.orderly.decision.Action;
import dev.orderly.decision.Allowed;
import dev.orderly.decision.Engine;
import dev.orderly.decision.Guard;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.decision.Request;
import dev.orderly.decision.Verdict;
import dev.orderly.order.Actor;
import dev.orderly.order.OrderView;
import dev.orderly.workflow.Field;
import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.statemachine.StateMachine;

/**
 * An engine that takes every transition on Spring Statemachine: a status is a state, an event an event, and what a
 * transition asks for stands in its guard. Gives the same decisions, with the same reasons, as the library's own engine.
 *
 * <p>Machines are pooled: a request borrows one, which is put into the order's status first, and no other request has it
 * meanwhile. Everything happens on the calling thread and nothing waits, so it may also be a non-blocking thread of
 * Reactor. Thread-safe.
 *
 * <p>Interceptors and listeners of Spring Statemachine see every step that is <em>decided</em>, before it is written:
 * also when the application only asks ({@code Orders.ask}), and again when a step is decided anew because another one
 * was written first. What has effects, such as an interceptor that saves a status, therefore belongs into a
 * {@link StateMachineOrderListener}, which calls it for what was written and for nothing else. An interceptor that refuses,
 * by returning null or by throwing, makes a refusal with the code {@value #VETOED}.
 */
public final class StateMachineEngine implements Engine {

    /** An interceptor of Spring Statemachine refused the step. */
    public static final String VETOED = "vetoed";

    private final Workflow workflow;
    private final Map<String, Field> fields = new HashMap<>();
    private final MachineNames names;
    private final MachinePool machines;
    private final MissingTransition missingTransition;
    private final Engine table;

    StateMachineEngine(Workflow workflow, Map<String, Guard> guards, MachineObservers observers) {
        this.workflow = workflow;
        workflow.fields().forEach(field -> fields.put(field.name(), field));
        MachineDefinition definition = new MachineDefinition(workflow, guards, observers.names());
        this.names = observers.names();
        this.machines = new MachinePool(definition, observers);
        this.missingTransition = new MissingTransition(workflow);
        this.table = Engine.table(workflow, guards);
    }

    /** An engine for a workflow without guards in code. */
    public static StateMachineEngine of(Workflow workflow) {
        return of(workflow, Map.of());
    }

    /**
     * An engine for a workflow.
     *
     * @param guards the conditions in code, by the names that the workflow uses for them
     *
     * @throws IllegalArgumentException if a guard is missing
     */
    public static StateMachineEngine of(Workflow workflow, Map<String, Guard> guards) {
        return builder(workflow).guards(guards).build();
    }

    /** A builder of an engine with listeners and interceptors that know statuses and events by their names. */
    public static StateMachineEngineBuilder<String, String> builder(Workflow workflow) {
        return new StateMachineEngineBuilder<>(workflow, MachineNames.plain());
    }

    /**
     * A builder of an engine with listeners and interceptors that are typed otherwise, such as by enums. They are called
     * about steps between statuses that the map names; as on a machine of their own, the start of an order is a change from
     * no state that only listeners hear of, and an event that is not in the map has no message.
     *
     * @param statuses what the statuses are to them, each with its name
     * @param events what the events are to them, each with its name
     */
    public static <S, E> StateMachineEngineBuilder<S, E> builder(
            Workflow workflow, Map<S, String> statuses, Map<E, String> events) {
        return new StateMachineEngineBuilder<>(workflow, MachineNames.typed(statuses, events));
    }

    @Override
    public Workflow workflow() {
        return workflow;
    }

    @Override
    public boolean isStart(String event) {
        return missingTransition.isStart(event);
    }

    @Override
    public Verdict judgeStart(OrderView unbegun, Request request) {
        return isStart(request.event())
                ? decide(MachineDefinition.NOT_PLACED, unbegun, request)
                : Rejected.unknownOrder(unbegun.number());
    }

    @Override
    public Verdict judge(OrderView order, Request request) {
        // A machine that is put into a state that it does not have silently stays in the one before.
        return workflow.status(order.status()).isPresent()
                ? decide(order.status(), order, request)
                : missingTransition.refuse(order, request);
    }

    /** Asked of the library's own engine: Spring Statemachine cannot say what would happen without making it happen. */
    @Override
    public List<Action> available(OrderView order, Actor actor, Instant now) {
        return table.available(order, actor, now);
    }

    /** Asked of the library's own engine, for the same reason. */
    @Override
    public List<Action> availableStarts(OrderView unbegun, Actor actor, Instant now) {
        return table.availableStarts(unbegun, actor, now);
    }

    private Verdict decide(String state, OrderView order, Request request) {
        StepState stepState = new StepState(order, request, fields, workflow);
        StateMachine<Object, Object> machine = machines.borrow();
        machines.run(machine, state, new StepHeader(order, request, stepState));
        stepState.throwFailure();
        Verdict verdict = verdict(machine, stepState, order, request);
        if (stepState.veto() == null) {
            machines.giveBack(machine);
        }
        return verdict;
    }

    private Verdict verdict(
            StateMachine<Object, Object> machine, StepState stepState, OrderView order, Request request) {
        Reason veto = stepState.veto();
        if (veto != null) {
            return Rejected.because(veto);
        }
        Alternative taken = stepState.taken();
        if (taken != null) {
            return new Allowed(
                    taken.transition(),
                    names.status(machine.getState().getId()),
                    taken.conditions().after(stepState.facts()).outcome(),
                    taken.conditions().moves(stepState.facts()));
        }
        if (MachinePool.isBroken(machine)) {
            throw new IllegalStateException(
                    "the machine was stopped, or an error set on it, before it took the event \""
                            + request.event() + "\" of order " + order.number()
                            + ": an interceptor refuses by returning null or by throwing");
        }
        return stepState.asked().isEmpty()
                ? missingTransition.refuse(order, request)
                : RefusalReasons.of(stepState.asked(), request);
    }
}
