package dev.orderly.statemachine;

import dev.orderly.decision.Guard;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.config.StateMachineFactory;
import org.springframework.statemachine.config.builders.StateMachineTransitionConfigurer;

/** A workflow as Spring Statemachine's own definition. */
final class MachineDefinition {

    /** The state of an order that is not placed yet; no status can have this name. */
    static final String NOT_PLACED = "(not placed)";

    private final Map<String, Alternative> alternatives = new HashMap<>();
    private final StateMachineFactory<Object, Object> factory;

    private final MachineNames names;

    MachineDefinition(Workflow workflow, Map<String, Guard> guards, MachineNames names) {
        this.names = names;
        try {
            factory = define(workflow, guards);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            // Its configurers may throw anything, and do so for no workflow.
            throw new IllegalStateException("Spring Statemachine does not take the workflow " + workflow, e);
        }
    }

    MachineNames names() {
        return names;
    }

    StateMachine<Object, Object> newMachine() {
        return factory.getStateMachine();
    }

    /** The alternative of a machine's transition. */
    @Nullable
    Alternative alternative(String transition) {
        return alternatives.get(transition);
    }

    private StateMachineFactory<Object, Object> define(Workflow workflow, Map<String, Guard> guards) throws Exception {
        StateMachineBuilder.Builder<Object, Object> builder = StateMachineBuilder.builder();
        builder.configureStates()
                .withStates()
                .initial(NOT_PLACED)
                .states(workflow.statuses().stream()
                        .map(s -> names.state(s.name()))
                        .collect(Collectors.toSet()));
        StateMachineTransitionConfigurer<Object, Object> transitions = builder.configureTransitions();
        Map<List<String>, List<Alternative>> siblings = new HashMap<>();
        for (int rank = 0; rank < workflow.transitions().size(); rank++) {
            Transition transition = workflow.transitions().get(rank);
            Conditions conditions = new Conditions(transition, workflow, guards);
            for (String from : sources(transition)) {
                List<Alternative> earlier =
                        siblings.computeIfAbsent(List.of(from, transition.event()), key -> new ArrayList<>());
                Alternative alternative = new Alternative(rank, transition, conditions, earlier);
                earlier.add(alternative);
                alternatives.put(alternative.name(from), alternative);
                add(transitions, from, alternative);
            }
        }
        return builder.createFactory();
    }

    private static Set<String> sources(Transition transition) {
        return transition.isInitial() ? Set.of(NOT_PLACED) : new LinkedHashSet<>(transition.from());
    }

    /** A data move stays within its status, so that no listener hears of the status being left. */
    private void add(StateMachineTransitionConfigurer<Object, Object> transitions, String from, Alternative alternative)
            throws Exception {
        Transition transition = alternative.transition();
        if (transition.to() == null) {
            transitions
                    .withInternal()
                    .name(alternative.name(from))
                    .source(names.state(from))
                    .event(names.event(transition.event()))
                    .guard(alternative)
                    .action(alternative);
        } else {
            transitions
                    .withExternal()
                    .name(alternative.name(from))
                    .source(names.state(from))
                    .target(names.state(transition.to()))
                    .event(names.event(transition.event()))
                    .guard(alternative)
                    .action(alternative);
        }
    }
}
