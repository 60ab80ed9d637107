package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.decision.OrderListener;
import dev.orderly.decision.Request;
import dev.orderly.order.Activity;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.Workflow;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.statemachine.StateMachine;

/**
 * Calls listeners and interceptors of Spring Statemachine for every step of an order that was written, and for nothing
 * else: not where the application only asks, nor for a step that is decided anew. A machine takes the step again, without
 * asking its conditions, so that they are called as they are used to. It is too late to refuse: a refusal or an exception is
 * logged, and changes nothing. Works with every engine. Thread-safe, as far as they are.
 *
 * <p>Steps of cases are left out, and so are those between statuses, or by events, that the workflow does not have.
 * As for every {@link OrderListener}, a process that dies after the step is written makes no calls.
 */
public final class StateMachineOrderListener implements OrderListener {

    private final Workflow workflow;
    private final MachinePool machines;

    StateMachineOrderListener(Workflow workflow, MachineObservers observers) {
        this.workflow = workflow;
        Map<String, Guard> unasked = workflow.transitions().stream()
                .flatMap(transition -> transition.guards().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), name -> (order, request) -> Optional.empty()));
        this.machines = new MachinePool(new MachineDefinition(workflow, unasked, observers.names()), observers);
    }

    /** A builder, for listeners and interceptors that know statuses and events by their names. */
    public static StateMachineOrderListenerBuilder<String, String> builder(Workflow workflow) {
        return new StateMachineOrderListenerBuilder<>(workflow, MachineNames.plain());
    }

    /**
     * A builder, for listeners and interceptors that are typed otherwise, such as by enums; they are called as by
     * {@link StateMachineEngine#builder(Workflow, Map, Map) an engine}.
     *
     * @param statuses what the statuses are to them, each with its name
     * @param events what the events are to them, each with its name
     */
    public static <S, E> StateMachineOrderListenerBuilder<S, E> builder(
            Workflow workflow, Map<S, String> statuses, Map<E, String> events) {
        return new StateMachineOrderListenerBuilder<>(workflow, MachineNames.typed(statuses, events));
    }

    @Override
    public void changed(Order order, Activity activity) {
        if (order.workflow().equals(workflow.name())
                && activity instanceof TransitionEntry entry
                && entry.caseRef() == null) {
            replay(order, entry);
        }
    }

    private void replay(Order order, TransitionEntry entry) {
        String from = entry.from() == null ? MachineDefinition.NOT_PLACED : entry.from();
        boolean known = entry.from() == null || workflow.status(from).isPresent();
        if (!known) {
            return;
        }
        Request request =
                Request.of(entry.event(), entry.actor()).withTime(entry.at()).with(entry.data());
        StepState step = StepState.written(order, request, workflow, entry);
        StateMachine<Object, Object> machine = machines.borrow();
        machines.run(machine, from, new StepHeader(order, request, step));
        machines.giveBack(machine);
        step.throwFailure();
    }
}
