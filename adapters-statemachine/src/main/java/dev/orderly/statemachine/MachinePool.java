package dev.orderly.statemachine;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.support.DefaultExtendedState;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/** The machines of one workflow, made when all others are in use. Thread-safe; a machine is not. */
final class MachinePool {

    /** More than are ever in use at once, unless the shop's own code waits; more than these are made and dropped. */
    private static final int RETAINED = 32;

    private final MachineDefinition definition;
    private final MachineObservers observers;
    private final Queue<StateMachine<Object, Object>> idle = new ArrayBlockingQueue<>(RETAINED);

    MachinePool(MachineDefinition definition, MachineObservers observers) {
        this.definition = definition;
        this.observers = observers;
    }

    /** A machine that no other thread has. */
    StateMachine<Object, Object> borrow() {
        StateMachine<Object, Object> machine = idle.poll();
        return machine == null ? make() : machine;
    }

    /** Keeps a machine for the next one, unless it is broken. */
    void giveBack(StateMachine<Object, Object> machine) {
        if (!isBroken(machine)) {
            idle.offer(machine);
        }
    }

    /** Whether a listener or an interceptor stopped a machine or set an error on it. */
    static boolean isBroken(StateMachine<Object, Object> machine) {
        return machine.isComplete() || machine.hasStateMachineError();
    }

    /** Puts a machine into a state and sends it a step; its extended state is empty and its id the order's number. */
    void run(StateMachine<Object, Object> machine, String state, StepHeader step) {
        String number = step.order().number();
        MachineNames names = definition.names();
        DefaultStateMachineContext<Object, Object> context = new DefaultStateMachineContext<>(
                names.state(state), null, null, new DefaultExtendedState(), null, number);
        finish(machine.getStateMachineAccessor().withRegion().resetStateMachineReactively(context));
        MessageBuilder<Object> message =
                MessageBuilder.withPayload(names.event(step.request().event())).setHeader(StepHeader.HEADER, step);
        if (observers.orderHeader() != null) {
            message.setHeader(observers.orderHeader(), number);
        }
        finish(machine.sendEvent(Mono.just(message.build())).then());
    }

    /** A new machine, which starts before listeners are added, so that none is called for its making. */
    private StateMachine<Object, Object> make() {
        StateMachine<Object, Object> machine = definition.newMachine();
        finish(machine.startReactively());
        machine.getStateMachineAccessor()
                .withRegion()
                .addStateMachineInterceptor(new InterceptorBridge(definition, observers.interceptors()));
        observers.listeners().forEach(machine::addStateListener);
        return machine;
    }

    /**
     * Waits for a machine, which works on the calling thread and is done already. Reactor's own
     * {@code block} would refuse to look on one of its non-blocking threads.
     */
    private static void finish(Mono<Void> work) {
        work.toFuture().join();
    }
}
