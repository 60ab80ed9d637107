package dev.orderly.benchmarks.peers;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.On;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import dev.orderly.benchmarks.peers.OrderFlow.Move;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * COLA statemachine: one machine that holds no status serves all orders. It answers the same status when it refuses, which
 * is its default; gives no reasons, no roles and no history.
 */
final class Cola implements SharedMachine {

    /** Its machines are registered by name for the life of the program, each name once. */
    private static final AtomicInteger MADE = new AtomicInteger();

    private final StateMachine<String, String, Ask> flow;

    Cola() {
        StateMachineBuilder<String, String, Ask> builder = StateMachineBuilderFactory.create();
        for (Move move : OrderFlow.MOVES) {
            On<String, String, Ask> step =
                    builder.externalTransition().from(move.from()).to(move.to()).on(move.event());
            if (move.tracked()) {
                step.when(ask -> ask.trackingNumber() != null);
            }
        }
        flow = builder.build("order-flow-" + MADE.incrementAndGet());
    }

    @Override
    public Object fire(String status, Ask ask) {
        String to = flow.fireEvent(status, ask.event(), ask);
        return to.equals(status) ? Refused.SILENTLY : Entry.of(status, ask, to);
    }
}
