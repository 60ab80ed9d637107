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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StateMachineModel;
import org.springframework.statemachine.config.model.TransitionData;
import org.springframework.statemachine.config.model.TransitionsData;
import org.springframework.statemachine.guard.Guard;
import org.springframework.statemachine.state.PseudoStateKind;
import org.springframework.statemachine.transition.TransitionConflictPolicy;
import org.springframework.statemachine.transition.TransitionKind;

/** Reads a definition from the model that a configuration makes. */
final class ModelReader<S, E> {

    private final StateMachineModel<S, E> model;
    private final List<StateData<S, E>> states = new ArrayList<>();

    private ModelReader(StateMachineModel<S, E> model) {
        this.model = model;
        collect(model.getStatesData().getStateData());
    }

    static <S, E> MachineModel<S, E> read(StateMachineModel<S, E> model) {
        return new ModelReader<>(model).definition();
    }

    private void collect(@Nullable Collection<StateData<S, E>> found) {
        if (found != null) {
            for (StateData<S, E> state : found) {
                states.add(state);
                collect(state.getSubmachineStateData());
            }
        }
    }

    private MachineModel<S, E> definition() {
        List<StateData<S, E>> initial = states.stream()
                .filter(s -> s.getParent() == null && s.isInitial())
                .toList();
        if (initial.size() != 1) {
            throw ImportErrors.initial(initial.stream().map(StateData::getState).toList());
        }
        List<Place<S, E>> places = new ArrayList<>();
        states.forEach(s -> places.add(place(s)));
        ConfigurationData<S, E> configuration = model.getConfigurationData();
        return new MachineModel<>(
                initial.get(0).getState(),
                initial.get(0).getInitialAction() == null ? 0 : 1,
                places,
                ways(),
                branches(),
                configuration == null || configuration.getTransitionConflictPolicy() != TransitionConflictPolicy.PARENT,
                configuration == null ? List.of() : ConfigurationNotes.of(configuration));
    }

    private Place<S, E> place(StateData<S, E> state) {
        Collection<E> deferred = state.getDeferred() == null ? List.of() : state.getDeferred();
        return new Place<>(
                state.getState(),
                state.getParent() == null ? form(state) : Form.INNER,
                state.getParent(),
                deferred,
                MachineModel.size(state.getEntryActions()),
                MachineModel.size(state.getStateActions()),
                MachineModel.size(state.getExitActions()));
    }

    private Form form(StateData<S, E> state) {
        List<StateData<S, E>> within = states.stream()
                .filter(s -> Objects.equals(s.getParent(), state.getState()))
                .toList();
        if (within.stream().filter(StateData::isInitial).count() > 1) {
            return Form.ORTHOGONAL;
        }
        if (!within.isEmpty() || state.getSubmachine() != null || state.getSubmachineFactory() != null) {
            return Form.COMPOSITE;
        }
        return state.isEnd() ? Form.END : form(state.getPseudoStateKind());
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

    private List<Way<S, E>> ways() {
        List<Way<S, E>> ways = new ArrayList<>();
        for (TransitionData<S, E> data : model.getTransitionsData().getTransitions()) {
            ways.add(new Way<>(
                    data.getSource(),
                    data.getKind() == TransitionKind.INTERNAL ? null : data.getTarget(),
                    data.getEvent(),
                    data.getEvent() == null ? data.getPeriod() : null,
                    data.getCount() == null ? 0 : data.getCount(),
                    Condition.of(data.getGuard()),
                    MachineModel.size(data.getActions()),
                    data.getSecurityRule(),
                    data.getName()));
        }
        return ways;
    }

    private Map<S, List<Branch<S, E>>> branches() {
        TransitionsData<S, E> data = model.getTransitionsData();
        Map<S, List<Branch<S, E>>> branches = new LinkedHashMap<>();
        if (data.getChoices() != null) {
            data.getChoices()
                    .forEach((choice, list) -> list.forEach(c ->
                            add(branches, choice, c.getTarget(), c.getGuard(), MachineModel.size(c.getActions()))));
        }
        if (data.getJunctions() != null) {
            data.getJunctions()
                    .forEach((junction, list) -> list.forEach(j ->
                            add(branches, junction, j.getTarget(), j.getGuard(), MachineModel.size(j.getActions()))));
        }
        return branches;
    }

    static <S, E> void add(
            Map<S, List<Branch<S, E>>> branches, S choice, S target, @Nullable Guard<S, E> guard, int actions) {
        branches.computeIfAbsent(choice, c -> new ArrayList<>())
                .add(new Branch<>(target, guard == null ? null : guard::evaluate, actions));
    }
}
