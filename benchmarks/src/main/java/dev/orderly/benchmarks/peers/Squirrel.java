package dev.orderly.benchmarks.peers;

import dev.orderly.benchmarks.peers.OrderFlow.Move;
import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.StateMachineConfiguration;
import org.squirrelframework.foundation.fsm.builder.On;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/**
 * squirrel-foundation with one builder and a machine for each order, made in the stored status under the order's number,
 * which spares it a random name. It stays where it is when it refuses; gives no reasons, no roles and no history.
 */
final class Squirrel implements MachinePerOrder<Squirrel.Machine> {

    private final StateMachineBuilder<Machine, String, String, Ask> flow =
            StateMachineBuilderFactory.create(Machine.class, String.class, String.class, Ask.class);

    Squirrel() {
        for (Move move : OrderFlow.MOVES) {
            On<Machine, String, String, Ask> step =
                    flow.externalTransition().from(move.from()).to(move.to()).on(move.event());
            if (move.tracked()) {
                step.when(new Tracked());
            }
        }
        flow.setStateMachineConfiguration(StateMachineConfiguration.create().setIdProvider(() -> "1001"));
    }

    @Override
    public Machine open(String stored) {
        Machine machine = flow.newStateMachine(stored);
        machine.start();
        return machine;
    }

    @Override
    public Object fire(Machine order, Ask ask) {
        String from = order.getCurrentState();
        order.fire(ask.event(), ask);
        String to = order.getCurrentState();
        return to.equals(from) ? Refused.SILENTLY : Entry.of(from, ask, to);
    }

    /** Public because the library makes it by reflection. */
    public static final class Machine extends AbstractStateMachine<Machine, String, String, Ask> {}

    private static final class Tracked extends AnonymousCondition<Ask> {

        @Override
        public boolean isSatisfied(Ask ask) {
            return ask.trackingNumber() != null;
        }
    }
}
