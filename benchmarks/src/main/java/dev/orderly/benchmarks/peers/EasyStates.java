package dev.orderly.benchmarks.peers;

import dev.orderly.benchmarks.peers.OrderFlow.Move;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jeasy.states.api.AbstractEvent;
import org.jeasy.states.api.FiniteStateMachine;
import org.jeasy.states.api.FiniteStateMachineException;
import org.jeasy.states.api.State;
import org.jeasy.states.api.Transition;
import org.jeasy.states.core.FiniteStateMachineBuilder;
import org.jeasy.states.core.TransitionBuilder;

/**
 * easy-states with shared states and transitions, and a machine for each order, whose initial state is the stored
 * status: there is no other way to put it there. It has no guards, so the handler of the event throws where there is no
 * tracking number. It stays where it is when it refuses; gives no reasons, no roles and no history.
 */
final class EasyStates implements MachinePerOrder<FiniteStateMachine> {

    /**
     * What a handler throws is logged with its stack; held here, since the log manager holds loggers by weak
     * references.
     */
    private static final Logger LOGGER = Logger.getLogger("FiniteStateMachineImpl");

    private static final Map<String, Function<Ask, Asked>> EVENTS = Map.of(
            OrderFlow.SUBMIT, Submit::new,
            OrderFlow.PAY, Pay::new,
            OrderFlow.RELEASE, Release::new,
            OrderFlow.SHIP, Ship::new,
            OrderFlow.DELIVER, Deliver::new,
            OrderFlow.CANCEL, Cancel::new);

    private final Map<String, State> states = new HashMap<>();
    private final Set<State> all;
    private final Set<Transition> transitions = new HashSet<>();

    EasyStates() {
        LOGGER.setLevel(Level.OFF);
        OrderFlow.STATUSES.forEach(status -> states.put(status, new State(status)));
        all = Set.copyOf(states.values());
        for (Move move : OrderFlow.MOVES) {
            TransitionBuilder transition = new TransitionBuilder()
                    .name(move.from() + " " + move.event())
                    .sourceState(states.get(move.from()))
                    .eventType(event(OrderFlow.ask(move.event())).getClass())
                    .targetState(states.get(move.to()));
            if (move.tracked()) {
                transition.eventHandler((Asked event) -> event.requireTrackingNumber());
            }
            transitions.add(transition.build());
        }
    }

    private static Asked event(Ask ask) {
        return Objects.requireNonNull(EVENTS.get(ask.event())).apply(ask);
    }

    @Override
    public FiniteStateMachine open(String stored) {
        return new FiniteStateMachineBuilder(all, states.get(stored))
                .registerTransitions(transitions)
                .build();
    }

    @Override
    public Object fire(FiniteStateMachine order, Ask ask) {
        String from = order.getCurrentState().getName();
        try {
            order.fire(event(ask));
        } catch (FiniteStateMachineException e) {
            return new Refused(e);
        }
        String to = order.getCurrentState().getName();
        return to.equals(from) ? Refused.SILENTLY : Entry.of(from, ask, to);
    }

    /** Easy States distinguishes events by their classes. */
    private abstract static class Asked extends AbstractEvent {

        private final Ask ask;

        Asked(Ask ask) {
            super(ask.event());
            this.ask = ask;
        }

        void requireTrackingNumber() {
            if (ask.trackingNumber() == null) {
                throw new IllegalArgumentException("no tracking number");
            }
        }
    }

    private static final class Submit extends Asked {
        Submit(Ask ask) {
            super(ask);
        }
    }

    private static final class Pay extends Asked {
        Pay(Ask ask) {
            super(ask);
        }
    }

    private static final class Release extends Asked {
        Release(Ask ask) {
            super(ask);
        }
    }

    private static final class Ship extends Asked {
        Ship(Ask ask) {
            super(ask);
        }
    }

    private static final class Deliver extends Asked {
        Deliver(Ask ask) {
            super(ask);
        }
    }

    private static final class Cancel extends Asked {
        Cancel(Ask ask) {
            super(ask);
        }
    }
}
