package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.Branches.Alternative;
import dev.orderly.statemachine.definition.ImportOptions.StatePair;
import dev.orderly.statemachine.definition.ImportOptions.Trigger;
import dev.orderly.statemachine.definition.MachineModel.Condition;
import dev.orderly.statemachine.definition.MachineModel.Way;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.WorkflowBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the transitions of a machine into a workflow. */
final class Transitions<S, E> {

    private static final String AT_ONCE = "PT0S";

    private final ImportOptions<S, E> options;
    private final NameMapper<S> states;
    private final NameMapper<E> events;
    private final GuardRegistry<S, E> guardRegistry;
    private final Branches<S, E> branches;
    private final UnsupportedFeatures unsupported;
    private final TriggerlessTransitions<S, E> automatic;
    private final Map<Trigger<S, E>, Integer> guards = new HashMap<>();

    Transitions(
            MachineModel<S, E> definition,
            ImportOptions<S, E> options,
            NameMapper<S> states,
            NameMapper<E> events,
            GuardRegistry<S, E> guardRegistry,
            Branches<S, E> branches,
            UnsupportedFeatures unsupported,
            List<ImportNote> changes) {
        this.options = options;
        this.states = states;
        this.events = events;
        this.guardRegistry = guardRegistry;
        this.branches = branches;
        this.unsupported = unsupported;
        this.automatic = new TriggerlessTransitions<>(definition, options, events, changes);
    }

    void write(List<Way<S, E>> ways, WorkflowBuilder<String, String> builder) {
        Set<E> guarded = guarded(ways);
        for (Way<S, E> way : ways) {
            String event = way.event() == null ? automatic.event(way) : events.of(way.event());
            String guard = way.guard() == null ? null : guardName(way, way.guard(), event);
            for (Alternative<S> alternative : alternatives(way)) {
                builder.transition(event, t -> {
                    write(way, guard, alternative, t);
                    if (way.event() != null && guarded.contains(way.event())) {
                        t.takes(options.fields(true));
                    }
                });
            }
            unsupported.beside(way, isChoice(way), !roles(way).isEmpty());
            automatic.restart(way);
        }
        guards.forEach(this::requireAll);
    }

    private void write(
            Way<S, E> way, @Nullable String guard, Alternative<S> alternative, TransitionBuilder<String> transition) {
        transition.from(states.of(way.source())).by(roles(way).toArray(new String[0]));
        if (way.target() != null) {
            transition.to(states.of(alternative.target()));
        }
        if (guard != null) {
            transition.guard(guard);
        }
        transition.guard(alternative.guards().toArray(new String[0]));
        if (way.event() == null) {
            Long period = way.period();
            transition.after(TimeLimit.after(
                    period == null ? AT_ONCE : Duration.ofMillis(period).toString()));
        }
    }

    /**
     * The events about which a guard is asked; whichever alternative is taken in the end, it must take what was given.
     */
    private Set<E> guarded(List<Way<S, E>> ways) {
        Set<E> guarded = new HashSet<>();
        for (Way<S, E> way : ways) {
            if (way.event() != null && (way.guard() != null || isChoice(way))) {
                guarded.add(way.event());
            }
        }
        return guarded;
    }

    private boolean isChoice(Way<S, E> way) {
        return way.target() != null && branches.isChoice(way.target());
    }

    private List<Alternative<S>> alternatives(Way<S, E> way) {
        return way.target() == null
                ? List.of(new Alternative<>(List.of(), way.source()))
                : branches.alternatives(way.target());
    }

    private List<String> roles(Way<S, E> way) {
        return way.event() == null ? List.of() : options.roles.get(way.event()).orElse(List.of());
    }

    private String guardName(Way<S, E> way, Condition<S, E> guard, String event) {
        S target = way.target() == null ? way.source() : way.target();
        if (way.event() == null) {
            String chosenName = options.automaticGuards
                    .get(new StatePair<>(way.source(), target))
                    .orElse(null);
            return guardRegistry.name(chosenName, event, guard, target, way.text());
        }
        Trigger<S, E> trigger = new Trigger<>(way.source(), way.event());
        int number = guards.merge(trigger, 1, Integer::sum);
        List<String> chosen = options.guards.get(trigger).orElse(List.of());
        String chosenName = chosen.size() < number ? null : chosen.get(number - 1);
        return guardRegistry.name(chosenName, event + "-from-" + states.of(way.source()), guard, target, way.text());
    }

    private void requireAll(Trigger<S, E> trigger, int count) {
        int named = options.guards.get(trigger).map(List::size).orElse(0);
        if (named > count) {
            throw new IllegalArgumentException(
                    "guard(…) names " + named + " guards of " + trigger + ", which has " + count);
        }
    }
}
