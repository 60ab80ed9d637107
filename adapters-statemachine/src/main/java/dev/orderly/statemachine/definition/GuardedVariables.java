package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.MachineModel.Branch;
import dev.orderly.statemachine.definition.MachineModel.Place;
import dev.orderly.statemachine.definition.MachineModel.Target;
import dev.orderly.statemachine.definition.MachineModel.Way;
import dev.orderly.workflow.Transition;
import dev.orderly.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names the actions after which a guard is asked: one of them may write the variable that the guard reads. */
final class GuardedVariables<S, E> {

    private static final String ADVICE =
            "for what may happen once say once(), for the time since an event let a TimeLimit count from it, and for all"
                    + " else ask in a guard in code where the number is kept; an OrderListener cannot set a field";

    private final MachineModel<S, E> definition;
    private final Workflow workflow;
    private final NameMapper<S> states;
    private final String fields;
    private final UnsupportedFeatures unsupported;

    GuardedVariables(
            MachineModel<S, E> definition,
            Workflow workflow,
            NameMapper<S> states,
            List<Variable> variables,
            UnsupportedFeatures unsupported) {
        this.definition = definition;
        this.workflow = workflow;
        this.states = states;
        this.unsupported = unsupported;
        this.fields = variables.stream()
                .map(variable -> "\"" + variable.field().name() + "\"")
                .collect(Collectors.joining(", "));
    }

    /** Adds a note on each place that has an action and guards after it. */
    void note(List<Way<S, E>> ways) {
        definition.startActions().keySet().forEach(start -> note(start.toString(), entered(start)));
        for (Place<S, E> place : definition.places()) {
            if (place.entry() + place.activity() + place.exit() > 0) {
                note(place.id().toString(), entered(place.id()));
            }
        }
        for (Way<S, E> way : ways) {
            if (way.move().actions() > 0) {
                note(way.move().text(), after(way));
            }
        }
        definition.branches().forEach((choice, branches) -> {
            for (Branch<S, E> branch : branches) {
                if (branch.actions() > 0) {
                    note(choice + " → " + branch.to(), statuses(branch.target(), new LinkedHashSet<>()));
                }
            }
        });
    }

    private Set<String> entered(S state) {
        Target<S> target = definition.composites().getOrDefault(state, Target.status(state));
        return statuses(target, new LinkedHashSet<>());
    }

    /** Where guards may be asked after the action of a way: those of a choice are asked before the order leaves. */
    private Set<String> after(Way<S, E> way) {
        Set<String> after = new LinkedHashSet<>();
        if (way.target() == null || way.target().isChoice()) {
            after.add(states.of(way.source()));
        }
        if (way.target() != null) {
            after.addAll(statuses(way.target(), new LinkedHashSet<>()));
        }
        return after;
    }

    private Set<String> statuses(@Nullable Target<S> target, Set<S> passed) {
        Set<String> found = new LinkedHashSet<>();
        if (target == null || target.obstacle() != null || !passed.add(target.id())) {
            return found;
        }
        if (target.isChoice()) {
            definition
                    .branches()
                    .getOrDefault(target.id(), List.of())
                    .forEach(branch -> found.addAll(statuses(branch.target(), passed)));
        } else if (definition.statuses().containsKey(target.id())) {
            found.add(states.of(target.id()));
        }
        return found;
    }

    private void note(String place, Collection<String> from) {
        Set<String> guards = guardsAfter(from);
        if (!guards.isEmpty()) {
            unsupported.add(
                    Kind.VARIABLE,
                    place,
                    "its action may write a variable" + (fields.isEmpty() ? "" : ", such as " + fields + ",")
                            + " that a guard after it reads (" + String.join(", ", guards)
                            + "); only requests set the fields of an order, so that the guard would see what was before",
                    ADVICE);
        }
    }

    /** The guards of the transitions that an order can come to. */
    private Set<String> guardsAfter(Collection<String> from) {
        Set<String> seen = new LinkedHashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        Set<String> guards = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            for (Transition transition : workflow.transitionsFrom(open.pop())) {
                guards.addAll(transition.guards());
                if (transition.to() != null && seen.add(transition.to())) {
                    open.push(transition.to());
                }
            }
        }
        return guards;
    }
}
