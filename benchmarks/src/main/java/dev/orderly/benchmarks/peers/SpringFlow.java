package dev.orderly.benchmarks.peers;

import dev.orderly.benchmarks.peers.OrderFlow.Move;
import java.util.Set;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.configurers.ExternalTransitionConfigurer;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/** The flow as a factory of Spring Statemachine, made once, and what is done with its machines. */
final class SpringFlow {

    private static final String HEADER = "tracking-number";

    private final StateMachineFactory<String, String> factory;

    SpringFlow() {
        try {
            factory = define();
        } catch (Exception e) { // its configurers may throw anything
            throw new IllegalStateException("Spring Statemachine does not take the flow", e);
        }
    }

    private static StateMachineFactory<String, String> define() throws Exception {
        StateMachineBuilder.Builder<String, String> builder = StateMachineBuilder.builder();
        builder.configureStates().withStates().initial(OrderFlow.NEW).states(Set.copyOf(OrderFlow.STATUSES));
        for (Move move : OrderFlow.MOVES) {
            ExternalTransitionConfigurer<String, String> transition = builder.configureTransitions()
                    .withExternal()
                    .source(move.from())
                    .target(move.to())
                    .event(move.event());
            if (move.tracked()) {
                transition.guard(context -> context.getMessageHeader(HEADER) != null);
            }
        }
        return builder.createFactory();
    }

    /** A machine in the first status, which is not started. */
    StateMachine<String, String> machine() {
        return factory.getStateMachine();
    }

    /** Puts a machine into a status. */
    static void put(StateMachine<String, String> machine, String status) {
        DefaultStateMachineContext<String, String> context = new DefaultStateMachineContext<>(status, null, null, null);
        machine.getStateMachineAccessor()
                .doWithAllRegions(
                        region -> region.resetStateMachineReactively(context).block());
    }

    /** Sends an event; a machine that stays where it is has refused, whatever it answers. */
    static Object send(StateMachine<String, String> machine, Ask ask) {
        MessageBuilder<String> message = MessageBuilder.withPayload(ask.event());
        if (ask.trackingNumber() != null) {
            message.setHeader(HEADER, ask.trackingNumber());
        }
        String from = machine.getState().getId();
        machine.sendEvent(Mono.just(message.build())).blockLast();
        String to = machine.getState().getId();
        return to.equals(from) ? Refused.SILENTLY : Entry.of(from, ask, to);
    }
}
