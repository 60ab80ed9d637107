package dev.orderly.statemachine.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.region.Region;
import org.springframework.statemachine.state.AbstractState;
import org.springframework.statemachine.state.PseudoStateKind;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.AbstractStateMachine;
import org.springframework.statemachine.transition.Transition;

/** The states of a machine and those within them, with their places: a state can have several. */
final class StateTree<S, E> {

    private final StateMachine<S, E> root;
    private final IdentityHashMap<State<S, E>, List<Spot<S, E>>> spots = new IdentityHashMap<>();
    private final List<State<S, E>> states = new ArrayList<>();
    private final Map<Region<S, E>, @Nullable S> machines = new LinkedHashMap<>();

    /**
     * A place in which a state is.
     *
     * @param path the states around it, outermost first, and the state itself
     * @param machines the machines that each of them is a state of
     * @param orthogonal the outermost state around it that has regions; null where there is none
     */
    record Spot<S, E>(
            List<State<S, E>> path,
            List<Region<S, E>> machines,
            @Nullable S orthogonal) {

        State<S, E> state() {
            return path.get(path.size() - 1);
        }

        Region<S, E> machine() {
            return machines.get(machines.size() - 1);
        }

        @Nullable
        S parent() {
            return path.size() < 2 ? null : path.get(path.size() - 2).getId();
        }

        /** How many states are between the state and the one around it with this id; -1 if none around it has it. */
        int depthOf(S id) {
            for (int i = path.size() - 1; i >= 0; i--) {
                if (path.get(i).getId().equals(id)) {
                    return path.size() - 1 - i;
                }
            }
            return -1;
        }
    }

    StateTree(StateMachine<S, E> root) {
        this.root = root;
        scan(root, List.of(), List.of(), null);
    }

    private void scan(
            Region<S, E> machine, List<State<S, E>> around, List<Region<S, E>> above, @Nullable S orthogonal) {
        machines.put(machine, orthogonal);
        List<Region<S, E>> here = with(above, machine);
        for (State<S, E> state : machine.getStates()) {
            List<State<S, E>> path = with(around, state);
            if (!spots.containsKey(state)) {
                states.add(state);
            }
            List<Spot<S, E>> known = spots.computeIfAbsent(state, s -> new ArrayList<>());
            Spot<S, E> spot = new Spot<>(path, here, orthogonal);
            if (known.contains(spot)) {
                continue; // declared twice in one place
            }
            known.add(spot);
            if (state.isOrthogonal()) {
                regions(state).forEach(r -> scan(r, path, here, orthogonal == null ? state.getId() : orthogonal));
            } else if (state.isSubmachineState()) {
                scan(submachine(state), path, here, orthogonal);
            }
        }
    }

    private static <T> List<T> with(List<T> list, T last) {
        List<T> longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    static <S, E> StateMachine<S, E> submachine(State<S, E> state) {
        return ((AbstractState<S, E>) state).getSubmachine();
    }

    static <S, E> Collection<Region<S, E>> regions(State<S, E> state) {
        return state instanceof AbstractState<S, E> parent ? parent.getRegions() : List.of();
    }

    static @Nullable PseudoStateKind kind(State<?, ?> state) {
        return state.getPseudoState() == null ? null : state.getPseudoState().getKind();
    }

    StateMachine<S, E> root() {
        return root;
    }

    /** Every state and pseudo-state once. */
    List<State<S, E>> states() {
        return states;
    }

    /** The places of a state; empty for one that the machine does not have. */
    List<Spot<S, E>> spots(@Nullable State<S, E> state) {
        return state == null ? List.of() : spots.getOrDefault(state, List.of());
    }

    /** The places of a state that are in no region. */
    List<Spot<S, E>> freeSpots(@Nullable State<S, E> state) {
        return spots(state).stream().filter(spot -> spot.orthogonal() == null).toList();
    }

    /** The outermost state with regions around a state that is in regions only; null for every other. */
    @Nullable
    S orthogonalAround(@Nullable State<S, E> state) {
        return spots(state).isEmpty() || !freeSpots(state).isEmpty()
                ? null
                : spots(state).get(0).orthogonal();
    }

    /** The machine and those within its states, each with the outermost state with regions around it or null. */
    Map<Region<S, E>, @Nullable S> machines() {
        return machines;
    }

    /** How many actions each of the machines does when it starts, by where it starts. */
    Map<S, Integer> startActions() {
        Map<S, Integer> actions = new LinkedHashMap<>();
        for (Region<S, E> machine : machines.keySet()) {
            if (machine instanceof AbstractStateMachine<S, E> known
                    && ReflectiveAccess.get(AbstractStateMachine.class, "initialTransition", known)
                            instanceof Transition<?, ?> start
                    && MachineModel.size(start.getActions()) > 0) {
                actions.put(known.getInitialState().getId(), start.getActions().size());
            }
        }
        return actions;
    }
}
