package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.MachineModel.Branch;
import dev.orderly.statemachine.definition.MachineModel.Condition;
import dev.orderly.statemachine.definition.MachineModel.Form;
import dev.orderly.statemachine.definition.MachineModel.Place;
import dev.orderly.statemachine.definition.MachineModel.Way;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.region.Region;
import org.springframework.statemachine.state.AbstractState;
import org.springframework.statemachine.state.ChoicePseudoState;
import org.springframework.statemachine.state.ChoicePseudoState.ChoiceStateData;
import org.springframework.statemachine.state.JunctionPseudoState;
import org.springframework.statemachine.state.JunctionPseudoState.JunctionStateData;
import org.springframework.statemachine.state.PseudoState;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.support.AbstractStateMachine;
import org.springframework.statemachine.transition.Transition;
import org.springframework.statemachine.transition.TransitionConflictPolicy;
import org.springframework.statemachine.transition.TransitionKind;
import org.springframework.statemachine.trigger.TimerTrigger;

/** Reads a definition from a machine, running or not; it only looks. */
final class MachineReader<S, E> {

    private final List<Place<S, E>> places = new ArrayList<>();
    private final List<Way<S, E>> ways = new ArrayList<>();
    private final Map<S, List<Branch<S, E>>> branches = new LinkedHashMap<>();

    private MachineReader() {}

    static <S, E> MachineModel<S, E> read(StateMachine<S, E> machine) {
        return new MachineReader<S, E>().definition(machine);
    }

    private MachineModel<S, E> definition(StateMachine<S, E> machine) {
        State<S, E> initial = machine.getInitialState();
        if (initial.getId() == null) {
            throw ImportErrors.initial(initialIds(initial));
        }
        read(machine, null);
        boolean known = machine instanceof AbstractStateMachine;
        Object start = known ? ReflectiveAccess.get(AbstractStateMachine.class, "initialTransition", machine) : null;
        Object policy =
                known ? ReflectiveAccess.get(AbstractStateMachine.class, "transitionConflictPolicy", machine) : null;
        return new MachineModel<>(
                initial.getId(),
                start instanceof Transition<?, ?> transition ? MachineModel.size(transition.getActions()) : 0,
                places,
                ways,
                branches,
                policy != TransitionConflictPolicy.PARENT,
                List.of());
    }

    private static <S, E> List<Object> initialIds(State<S, E> top) {
        List<Object> ids = new ArrayList<>();
        for (Region<S, E> region : regions(top)) {
            ids.add(((StateMachine<S, E>) region).getInitialState().getId());
        }
        return ids;
    }

    private static <S, E> Collection<Region<S, E>> regions(State<S, E> state) {
        return state instanceof AbstractState<S, E> parent ? parent.getRegions() : List.of();
    }

    private void read(Region<S, E> region, @Nullable S parent) {
        for (State<S, E> state : region.getStates()) {
            place(state, parent);
            if (state.isOrthogonal()) {
                regions(state).forEach(within -> read(within, state.getId()));
            } else if (state.isSubmachineState() && state instanceof AbstractState<S, E> composite) {
                read(composite.getSubmachine(), state.getId());
            }
        }
        region.getTransitions().forEach(transition -> ways.add(way(transition)));
    }

    private void place(State<S, E> state, @Nullable S parent) {
        PseudoState<S, E> pseudo = state.getPseudoState();
        Form form = ModelReader.form(pseudo == null ? null : pseudo.getKind());
        if (state.isOrthogonal()) {
            form = Form.ORTHOGONAL;
        } else if (state.isSubmachineState()) {
            form = Form.COMPOSITE;
        }
        places.add(new Place<>(
                state.getId(),
                parent == null ? form : Form.INNER,
                parent,
                state.getDeferredEvents() == null ? List.of() : state.getDeferredEvents(),
                MachineModel.size(state.getEntryActions()),
                MachineModel.size(state.getStateActions()),
                MachineModel.size(state.getExitActions())));
        branches(state.getId(), pseudo);
    }

    private void branches(S id, @Nullable PseudoState<S, E> pseudo) {
        if (pseudo instanceof ChoicePseudoState<S, E> choice) {
            for (Object each : (List<?>) ReflectiveAccess.get(ChoicePseudoState.class, "choices", choice)) {
                @SuppressWarnings("unchecked") // The list of a choice holds branches of its own types.
                ChoiceStateData<S, E> branch = (ChoiceStateData<S, E>) each;
                S target = branch.getState().getId();
                ModelReader.add(branches, id, target, branch.getGuard(), MachineModel.size(branch.getActions()));
            }
        } else if (pseudo instanceof JunctionPseudoState<S, E> junction) {
            for (Object each : (List<?>) ReflectiveAccess.get(JunctionPseudoState.class, "junctions", junction)) {
                @SuppressWarnings("unchecked") // The list of a junction holds branches of its own types.
                JunctionStateData<S, E> branch = (JunctionStateData<S, E>) each;
                S target = branch.getState().getId();
                ModelReader.add(branches, id, target, branch.getGuard(), MachineModel.size(branch.getActions()));
            }
        }
    }

    private Way<S, E> way(Transition<S, E> transition) {
        TimerTrigger<?, ?> timer = transition.getTrigger() instanceof TimerTrigger<?, ?> t ? t : null;
        return new Way<>(
                transition.getSource().getId(),
                transition.getKind() == TransitionKind.INTERNAL
                        ? null
                        : transition.getTarget().getId(),
                transition.getTrigger() == null ? null : transition.getTrigger().getEvent(),
                timer == null ? null : timer.getPeriod(),
                timer == null ? 0 : timer.getCount(),
                Condition.of(transition.getGuard()),
                MachineModel.size(transition.getActions()),
                transition.getSecurityRule(),
                transition.getName());
    }
}
