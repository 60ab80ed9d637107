package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.MachineModel.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.state.ForkPseudoState;
import org.springframework.statemachine.state.JoinPseudoState;
import org.springframework.statemachine.state.State;

/** Says where an order comes to that is led to a state of a machine. */
final class Targets<S, E> {

    private final StateTree<S, E> tree;

    Targets(StateTree<S, E> tree) {
        this.tree = tree;
    }

    /** Who enters a state with states within enters the first of them; who enters a region enters the state around it. */
    Target<S> of(State<S, E> state) {
        S id = state.getId();
        S orthogonal = tree.orthogonalAround(state);
        if (orthogonal != null) {
            return Target.status(orthogonal);
        }
        if (state.isOrthogonal()) {
            return Target.status(id);
        }
        if (state.isSubmachineState()) {
            return of(StateTree.submachine(state).getInitialState());
        }
        return switch (MachineReader.form(StateTree.kind(state))) {
            case CHOICE, JUNCTION -> Target.choice(id);
            case FORK -> {
                S around = around(state);
                yield around == null
                        ? Target.nowhere(id, id + " is a fork whose states are not in the regions of one state")
                        : Target.status(around);
            }
            case HISTORY -> Target.nowhere(id, id + " is a history pseudo-state");
            case JOIN -> Target.nowhere(id, id + " is a join");
            case ENTRY -> Target.nowhere(id, id + " is an entry point");
            case EXIT -> Target.nowhere(id, id + " is an exit point");
            case PLAIN, END, COMPOSITE, ORTHOGONAL, INNER -> Target.status(id);
        };
    }

    /** The state whose regions a fork enters or a join waits for; null where there is not exactly one. */
    @Nullable
    S around(State<S, E> forkOrJoin) {
        List<State<S, E>> inner = new ArrayList<>();
        if (forkOrJoin.getPseudoState() instanceof ForkPseudoState<S, E> fork) {
            inner.addAll(fork.getForks());
        } else if (forkOrJoin.getPseudoState() instanceof JoinPseudoState<S, E> join) {
            join.getJoins().forEach(inner::addAll);
        }
        S around = null;
        for (State<S, E> each : inner) {
            S found = tree.orthogonalAround(each);
            if (found == null || (around != null && !around.equals(found))) {
                return null;
            }
            around = found;
        }
        return around;
    }
}
