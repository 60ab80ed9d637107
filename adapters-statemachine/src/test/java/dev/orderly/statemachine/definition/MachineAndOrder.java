package dev.orderly.statemachine.definition;

import dev.orderly.Orders;
import dev.orderly.decision.Decision;
import dev.orderly.decision.Request;
import dev.orderly.order.Actor;
import dev.orderly.store.InMemoryOrderStore;
import dev.orderly.workflow.Data;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.StateMachineContext;
import org.springframework.statemachine.StateMachinePersist;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.listener.StateMachineListenerAdapter;
import org.springframework.statemachine.persist.DefaultStateMachinePersister;
import org.springframework.statemachine.persist.StateMachinePersister;
import org.springframework.statemachine.transition.Transition;
import org.springframework.statemachine.trigger.TimerTrigger;
import reactor.core.publisher.Mono;

/**
 * One order twice: on the machine of a factory, which is persisted and restored around each event, and on the import.
 */
final class MachineAndOrder<S, E> {

    private static final String NUMBER = "1";
    private static final int MOST_STEPS = 100;
    private static final Duration PATIENCE = Duration.ofHours(2);

    private final ImportedWorkflow<S, E> imported;
    private final Orders orders;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final StateMachine<S, E> machine;
    private final StateMachinePersister<S, E, String> persister;
    private final AtomicInteger transitions = new AtomicInteger();

    private final boolean persists;

    MachineAndOrder(StateMachineFactory<S, E> factory, ImportedWorkflow<S, E> imported) {
        this(factory, imported, true);
    }

    /**
     * An order twice.
     *
     * @param persists whether the machine is persisted and restored around each event; one with states within states cannot
     *     be, for Spring Statemachine restores it wrongly
     */
    MachineAndOrder(StateMachineFactory<S, E> factory, ImportedWorkflow<S, E> imported, boolean persists) {
        this.imported = imported;
        this.persists = persists;
        InstantSource source = now::get;
        var builder = Orders.builder(new InMemoryOrderStore())
                .workflow(imported.workflow())
                .clock(source.withZone(ZoneOffset.UTC));
        imported.guards().forEach(builder::guard);
        orders = builder.build();
        machine = factory.getStateMachine();
        persister = new DefaultStateMachinePersister<>(new Kept<>());
        machine.addStateListener(new Counting());
        begin();
    }

    private void begin() {
        machine.startReactively().block();
        persist();
        orders.place(NUMBER, Request.of("place", Actor.of("customer")));
        sweep();
    }

    /** Sends an event to both; returns where they are and whether they took it. */
    Step fire(E event, Map<String, Object> offered) {
        Map<String, Object> data = isTaken(event) ? offered : Map.of();
        restore();
        Map<Object, Object> before = new HashMap<>(machine.getExtendedState().getVariables());
        machine.getExtendedState().getVariables().putAll(data);
        transitions.set(0);
        Message<E> message = MessageBuilder.withPayload(event).copyHeaders(data).build();
        machine.sendEvent(Mono.just(message)).blockLast();
        boolean taken = transitions.get() > 0;
        if (!taken) {
            machine.getExtendedState().getVariables().clear();
            machine.getExtendedState().getVariables().putAll(before);
        }
        persist();
        Decision decision = orders.fire(
                NUMBER, Request.of(imported.eventOf(event), Actor.of("staff")).with(Data.of(data)));
        sweep();
        return step(taken, decision.isAccepted());
    }

    private boolean isTaken(E event) {
        return imported.workflow().transitions().stream()
                .anyMatch(t ->
                        t.event().equals(imported.eventOf(event)) && !t.takes().isEmpty());
    }

    /** Lets two hours pass: every timer of the state fires, and everything that is due. */
    Step waitAndSee() {
        restore();
        Collection<S> states = machine.getState().getIds();
        transitions.set(0);
        machine.getTransitions().stream()
                .filter(t -> states.contains(t.getSource().getId()))
                .map(Transition::getTrigger)
                .filter(TimerTrigger.class::isInstance)
                .forEach(MachineAndOrder::ring);
        boolean taken = transitions.get() > 0;
        persist();
        now.updateAndGet(t -> t.plus(PATIENCE));
        int fired = sweep();
        return step(taken, fired > 0);
    }

    /** What both say after a step. */
    record Step(String machineStatus, String orderStatus, boolean machineTook, boolean orderTook) {}

    private Step step(boolean machineTook, boolean orderTook) {
        return new Step(
                imported.statusOf(innermost()),
                orders.find(NUMBER).orElseThrow().status(),
                machineTook,
                orderTook);
    }

    private S innermost() {
        return List.copyOf(machine.getState().getIds())
                .get(machine.getState().getIds().size() - 1);
    }

    private int sweep() {
        int all = 0;
        int fired = 1;
        while (fired > 0) {
            fired = orders.sweep().fired().size();
            all += fired;
            if (all > MOST_STEPS) {
                throw new IllegalStateException("sweeps do not end in "
                        + orders.find(NUMBER).orElseThrow().status());
            }
        }
        return all;
    }

    /** Makes a timer ring that would do so in an hour. */
    private static void ring(Object timer) {
        try {
            var notify = TimerTrigger.class.getDeclaredMethod("notifyTriggered");
            notify.setAccessible(true);
            notify.invoke(timer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What Spring Statemachine persists of a machine. */
    static <S, E> StateMachineContext<S, E> persisted(StateMachine<S, E> machine) {
        Kept<S, E> kept = new Kept<>();
        try {
            new DefaultStateMachinePersister<>(kept).persist(machine, NUMBER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        StateMachineContext<S, E> context = kept.read(NUMBER);
        if (context == null) {
            throw new IllegalStateException("nothing was persisted of " + machine);
        }
        return context;
    }

    private void persist() {
        if (!persists) {
            return;
        }
        try {
            persister.persist(machine, NUMBER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void restore() {
        if (!persists) {
            return;
        }
        try {
            persister.restore(machine, NUMBER);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Counting extends StateMachineListenerAdapter<S, E> {
        @Override
        public void transition(Transition<S, E> transition) {
            transitions.incrementAndGet();
        }
    }

    private static final class Kept<S, E> implements StateMachinePersist<S, E, String> {

        private @Nullable StateMachineContext<S, E> context;

        @Override
        public void write(StateMachineContext<S, E> written, String number) {
            context = written;
        }

        @Override
        public @Nullable StateMachineContext<S, E> read(String number) {
            return context;
        }
    }

    /** The steps of a walk at which the two disagree, with the walk until then. */
    static <S, E> List<String> disagreements(MachineAndOrder<S, E> both, List<E> events, List<Walk> walk) {
        StringBuilder story = new StringBuilder();
        for (Walk at : walk) {
            boolean waits = at.event() >= events.size();
            E event = waits ? null : events.get(at.event());
            story.append(event == null ? "wait" : event + " " + at.data()).append(", ");
            Step step = event == null ? both.waitAndSee() : both.fire(event, at.data());
            if (!step.machineStatus().equals(step.orderStatus()) || step.machineTook() != step.orderTook()) {
                return List.of(story.append(step).toString());
            }
        }
        return List.of();
    }

    /** One step of a walk: the position of an event, or one past the last to wait, and the data that go with it. */
    record Walk(int event, Map<String, Object> data) {}
}
