package dev.orderly.benchmarks.peers;

import com.github.oxo42.stateless4j.StateConfiguration;
import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;
import com.github.oxo42.stateless4j.triggers.TriggerWithParameters1;
import dev.orderly.benchmarks.peers.OrderFlow.Move;

/**
 * stateless4j with one configuration and a machine for each order, made in the stored status. Its guards see no data, so
 * the tracking number is a parameter of the trigger, from which the target is chosen: without one, the same status again.
 * Refuses by an exception with a sentence; gives no reasons as data, no roles and no history.
 */
final class Stateless4j implements MachinePerOrder<StateMachine<String, String>> {

    private final StateMachineConfig<String, String> flow = new StateMachineConfig<>();
    private final TriggerWithParameters1<String, String> ship = flow.setTriggerParameters(OrderFlow.SHIP, String.class);

    Stateless4j() {
        for (Move move : OrderFlow.MOVES) {
            StateConfiguration<String, String> status = flow.configure(move.from());
            if (move.tracked()) {
                status.permitDynamic(ship, number -> number == null ? move.from() : move.to());
            } else {
                status.permit(move.event(), move.to());
            }
        }
    }

    @Override
    public StateMachine<String, String> open(String stored) {
        return new StateMachine<>(stored, flow);
    }

    @Override
    public Object fire(StateMachine<String, String> order, Ask ask) {
        String from = order.getState();
        try {
            if (ask.event().equals(OrderFlow.SHIP)) {
                order.fire(ship, ask.trackingNumber());
            } else {
                order.fire(ask.event());
            }
        } catch (IllegalStateException e) {
            return new Refused(e);
        }
        String to = order.getState();
        return to.equals(from) ? Refused.SILENTLY : Entry.of(from, ask, to);
    }
}
