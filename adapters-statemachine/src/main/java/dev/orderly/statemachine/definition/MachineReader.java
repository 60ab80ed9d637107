package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.MachineModel.Branch;
import dev.orderly.statemachine.definition.MachineModel.Form;
import dev.orderly.statemachine.definition.MachineModel.Place;
import dev.orderly.statemachine.definition.MachineModel.Target;
import dev.orderly.statemachine.definition.StateTree.Spot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.ensemble.DistributedStateMachine;
import org.springframework.statemachine.region.Region;
import org.springframework.statemachine.state.ChoicePseudoState;
import org.springframework.statemachine.state.ChoicePseudoState.ChoiceStateData;
import org.springframework.statemachine.state.JunctionPseudoState;
import org.springframework.statemachine.state.JunctionPseudoState.JunctionStateData;
import org.springframework.statemachine.state.PseudoState;
import org.springframework.statemachine.state.PseudoStateKind;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.AbstractStateMachine;
import org.springframework.statemachine.transition.TransitionConflictPolicy;

/** Reads a definition from a machine, running or not; it only looks. */
final class MachineReader<S, E> {

    private final StateTree<S, E> tree;
    private final Targets<S, E> targets;

    private MachineReader(StateTree<S, E> tree) {
        this.tree = tree;
        this.targets = new Targets<>(tree);
    }

    static <S, E> MachineModel<S, E> read(StateMachine<S, E> machine) {
        return new MachineReader<>(new StateTree<>(local(machine))).definition();
    }

    /** The machine behind one that shares its state with other nodes. */
    @SuppressWarnings("unchecked") // It holds a machine of its own types.
    static <S, E> StateMachine<S, E> local(StateMachine<S, E> machine) {
        return machine instanceof DistributedStateMachine<S, E> shared
                ? (StateMachine<S, E>) ReflectiveAccess.get(DistributedStateMachine.class, "delegate", shared)
                : machine;
    }

    private MachineModel<S, E> definition() {
        StateMachine<S, E> machine = tree.root();
        State<S, E> initial = machine.getInitialState();
        if (initial.getId() == null) {
            throw ImportErrors.initial(initialIds(initial));
        }
        boolean known = machine instanceof AbstractStateMachine;
        Object policy =
                known ? ReflectiveAccess.get(AbstractStateMachine.class, "transitionConflictPolicy", machine) : null;
        Map<S, Form> statuses = statuses();
        return new MachineModel<>(
                targets.of(initial).id(),
                tree.startActions(),
                tree.states().stream().map(this::place).toList(),
                statuses,
                composites(statuses),
                new Flattening<>(tree, targets, statuses).ways(),
                branches(),
                policy != TransitionConflictPolicy.PARENT);
    }

    private static <S, E> List<Object> initialIds(State<S, E> top) {
        List<Object> ids = new ArrayList<>();
        for (Region<S, E> region : StateTree.regions(top)) {
            ids.add(((StateMachine<S, E>) region).getInitialState().getId());
        }
        return ids;
    }

    static Form form(@Nullable PseudoStateKind kind) {
        if (kind == null) {
            return Form.PLAIN;
        }
        return switch (kind) {
            case INITIAL -> Form.PLAIN;
            case END -> Form.END;
            case CHOICE -> Form.CHOICE;
            case JUNCTION -> Form.JUNCTION;
            case HISTORY_DEEP, HISTORY_SHALLOW -> Form.HISTORY;
            case FORK -> Form.FORK;
            case JOIN -> Form.JOIN;
            case ENTRY -> Form.ENTRY;
            case EXIT -> Form.EXIT;
        };
    }

    private static Form form(State<?, ?> state) {
        if (state.isOrthogonal()) {
            return Form.ORTHOGONAL;
        }
        return state.isSubmachineState() ? Form.COMPOSITE : form(StateTree.kind(state));
    }

    /**
     * The states in which an order can be. One that is a choice under the same name as well is none, unless a machine
     * starts there: a transition to it leads to the choice.
     */
    private Map<S, Form> statuses() {
        List<S> choices = tree.states().stream()
                .filter(state -> form(state).isChoice())
                .map(State::getId)
                .toList();
        Map<S, Form> statuses = new LinkedHashMap<>();
        for (State<S, E> state : tree.states()) {
            List<Spot<S, E>> spots = tree.freeSpots(state);
            boolean shadowed = choices.contains(state.getId()) && StateTree.kind(state) != PseudoStateKind.INITIAL;
            Form form = form(state);
            if (spots.isEmpty() || shadowed) {
                continue;
            }
            if (form == Form.PLAIN || form == Form.ORTHOGONAL) {
                statuses.putIfAbsent(state.getId(), form);
            } else if (form == Form.END) {
                boolean top = spots.stream().anyMatch(spot -> spot.path().size() == 1);
                statuses.putIfAbsent(state.getId(), top ? Form.END : Form.PLAIN);
            }
        }
        return statuses;
    }

    private Map<S, Target<S>> composites(Map<S, Form> statuses) {
        Map<S, Target<S>> composites = new LinkedHashMap<>();
        for (State<S, E> state : tree.states()) {
            boolean free = !tree.freeSpots(state).isEmpty();
            if (form(state) == Form.COMPOSITE && free && !statuses.containsKey(state.getId())) {
                composites.put(state.getId(), targets.of(state));
            }
        }
        return composites;
    }

    private Place<S, E> place(State<S, E> state) {
        List<Spot<S, E>> spots = tree.spots(state);
        boolean inner = tree.orthogonalAround(state) != null;
        Form form = form(state);
        Object leadsTo = switch (form) {
            case FORK, COMPOSITE -> {
                Target<S> target = targets.of(state);
                yield target.obstacle() == null ? target.id() : null;
            }
            case JOIN -> targets.around(state);
            default -> null;
        };
        return new Place<>(
                state.getId(),
                inner ? Form.INNER : form,
                spots.stream()
                        .map(Spot::parent)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                spots.size() > 1,
                leadsTo,
                state.getDeferredEvents() == null ? List.of() : state.getDeferredEvents(),
                MachineModel.size(state.getEntryActions()),
                MachineModel.size(state.getStateActions()),
                MachineModel.size(state.getExitActions()));
    }

    private Map<S, List<Branch<S, E>>> branches() {
        Map<S, List<Branch<S, E>>> branches = new LinkedHashMap<>();
        for (State<S, E> state : tree.states()) {
            PseudoState<S, E> pseudo = state.getPseudoState();
            if (pseudo instanceof ChoicePseudoState<S, E> choice) {
                branches.put(state.getId(), choices(state, choice));
            } else if (pseudo instanceof JunctionPseudoState<S, E> junction) {
                branches.put(state.getId(), junctions(state, junction));
            }
        }
        return branches;
    }

    private List<Branch<S, E>> choices(State<S, E> state, ChoicePseudoState<S, E> choice) {
        List<Branch<S, E>> branches = new ArrayList<>();
        for (Object each : (List<?>) ReflectiveAccess.get(ChoicePseudoState.class, "choices", choice)) {
            @SuppressWarnings("unchecked") // The list of a choice holds branches of its own types.
            ChoiceStateData<S, E> branch = (ChoiceStateData<S, E>) each;
            branches.add(branch(state, branch.getState(), Condition.ofGuard(branch.getGuard()), branch.getActions()));
        }
        return branches;
    }

    private List<Branch<S, E>> junctions(State<S, E> state, JunctionPseudoState<S, E> junction) {
        List<Branch<S, E>> branches = new ArrayList<>();
        for (Object each : (List<?>) ReflectiveAccess.get(JunctionPseudoState.class, "junctions", junction)) {
            @SuppressWarnings("unchecked") // The list of a junction holds branches of its own types.
            JunctionStateData<S, E> branch = (JunctionStateData<S, E>) each;
            branches.add(branch(state, branch.getState(), Condition.ofGuard(branch.getGuard()), branch.getActions()));
        }
        return branches;
    }

    private Branch<S, E> branch(
            State<S, E> choice,
            @Nullable State<S, E> to,
            @Nullable Condition<S, E> guard,
            @Nullable Collection<?> actions) {
        S id = to == null ? choice.getId() : to.getId();
        Target<S> target =
                to == null ? Target.nowhere(id, "it leads to a state that is not among the states") : targets.of(to);
        return new Branch<>(id, target, guard, MachineModel.size(actions));
    }
}
