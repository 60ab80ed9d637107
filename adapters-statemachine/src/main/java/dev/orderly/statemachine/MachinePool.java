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
    private final Queue<StateMachine<String, String>> idle = new ArrayBlockingQueue<>(RETAINED);

    MachinePool(MachineDefinition definition, MachineObservers observers) {
        this.definition = definition;
        this.observers = observers;
    }

    /** A machine that no other thread has. */
    StateMachine<String, String> borrow() {
        StateMachine<String, String> machine = idle.poll();
        return machine == null ? make() : machine;
    }

    /** Keeps a machine for the next one, unless it is broken. */
    void giveBack(StateMachine<String, String> machine) {
        if (!isBroken(machine)) {
            idle.offer(machine);
        }
    }

    /** Whether a listener or an interceptor stopped a machine or set an error on it. */
    static boolean isBroken(StateMachine<String, String> machine) {
        return machine.isComplete() || machine.hasStateMachineError();
    }

    /** Puts a machine into a state and sends it a step; its extended state is empty and its id the order's number. */
    void run(StateMachine<String, String> machine, String state, StepHeader step) {
        String number = step.order().number();
        DefaultStateMachineContext<String, String> context =
                new DefaultStateMachineContext<>(state, null, null, new DefaultExtendedState(), null, number);
        finish(machine.getStateMachineAccessor().withRegion().resetStateMachineReactively(context));
        finish(machine.sendEvent(
                        Mono.just(MessageBuilder.withPayload(step.request().event())
                                .setHeader(StepHeader.HEADER, step)
                                .build()))
                .then());
    }

    /** A new machine, which starts before listeners are added, so that none is called for its making. */
    private StateMachine<String, String> make() {
        StateMachine<String, String> machine = definition.newMachine();
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
