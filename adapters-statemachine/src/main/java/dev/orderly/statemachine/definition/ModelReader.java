package dev.orderly.statemachine.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.ObjectStateMachineFactory;
import org.springframework.statemachine.config.model.ConfigurationData;
import org.springframework.statemachine.config.model.DefaultStateMachineModel;
import org.springframework.statemachine.config.model.StateData;
import org.springframework.statemachine.config.model.StateMachineModel;
import org.springframework.statemachine.region.RegionExecutionPolicy;
import org.springframework.statemachine.transition.TransitionConflictPolicy;

/**
 * Makes a machine of a model, as Spring Statemachine does, so that a model means what its machine does: a state that is
 * two things at once, for instance. Nothing is started or called, and nothing can hear of it.
 */
final class ModelReader {

    private ModelReader() {}

    /**
     * A machine of a model.
     *
     * @throws IllegalArgumentException if it has regions at its top or no initial state, or no machine can be made of it
     */
    static <S, E> StateMachine<S, E> machine(StateMachineModel<S, E> model) {
        List<Object> initial = new ArrayList<>();
        collect(model.getStatesData().getStateData(), initial);
        if (initial.size() != 1) {
            throw ImportErrors.initial(initial);
        }
        try {
            return new ObjectStateMachineFactory<>(new DefaultStateMachineModel<>(
                            new Bare<>(model.getConfigurationData()),
                            model.getStatesData(),
                            model.getTransitionsData()))
                    .getStateMachine();
        } catch (RuntimeException e) {
            throw ImportErrors.unusable(e);
        }
    }

    private static <S, E> void collect(@Nullable Collection<StateData<S, E>> found, List<Object> initial) {
        if (found != null) {
            for (StateData<S, E> state : found) {
                if (state.getParent() == null && state.isInitial()) {
                    initial.add(state.getState());
                }
                collect(state.getSubmachineStateData(), initial);
            }
        }
    }

    /** The configuration of a model without what would hear of a machine, start it or share it. */
    private static final class Bare<S, E> extends ConfigurationData<S, E> {

        private final @Nullable ConfigurationData<S, E> full;

        Bare(@Nullable ConfigurationData<S, E> full) {
            this.full = full;
        }

        @Override
        public boolean isVerifierEnabled() {
            return false;
        }

        @Override
        @SuppressWarnings("NullAway") // The library takes null, and says so nowhere.
        public TransitionConflictPolicy getTransitionConflictPolicy() {
            return full == null ? null : full.getTransitionConflictPolicy();
        }

        @Override
        @SuppressWarnings("NullAway") // The library takes null, and says so nowhere.
        public RegionExecutionPolicy getRegionExecutionPolicy() {
            return full == null ? null : full.getRegionExecutionPolicy();
        }
    }
}
