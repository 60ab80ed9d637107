package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.MachineModel.Branch;
import dev.orderly.statemachine.definition.MachineModel.Place;
import dev.orderly.statemachine.definition.MachineModel.Target;
import dev.orderly.statemachine.definition.MachineModel.Way;
import org.jspecify.annotations.Nullable;

/**
 * Names what leads past the first state within a state where Spring Statemachine is known to start that one all the same:
 * by a choice, or from outside to a state that is two states deep.
 */
final class InnerTargets<S, E> {

    private final MachineModel<S, E> definition;
    private final UnsupportedFeatures unsupported;

    InnerTargets(MachineModel<S, E> definition, UnsupportedFeatures unsupported) {
        this.definition = definition;
        this.unsupported = unsupported;
    }

    void of(S choice, Branch<S, E> branch) {
        Object parent = parent(branch.to());
        S first = parent == null ? null : first(parent, branch.target());
        if (parent != null && first != null) {
            note(Kind.CHOICE, choice + " → " + branch.to(), first, parent, branch.to());
        }
    }

    void of(Way<S, E> way) {
        S target = way.move().target();
        Object parent = target == null ? null : parent(target);
        if (target == null
                || parent == null
                || parent(parent) == null
                || isWithin(way.move().source(), parent)) {
            return;
        }
        S first = first(parent, way.target());
        if (first != null) {
            note(Kind.SUBMACHINE, way.move().text(), first, parent, target);
        }
    }

    /** The first state within another where a target is another one of them; else null. */
    private @Nullable S first(Object parent, @Nullable Target<S> target) {
        Target<S> first = definition.composites().get(parent);
        return first == null || first.equals(target) ? null : first.id();
    }

    private boolean isWithin(Object state, Object around) {
        Object parent = parent(state);
        return parent != null && (parent.equals(around) || isWithin(parent, around));
    }

    private @Nullable Object parent(Object state) {
        return definition.places().stream()
                .filter(place -> place.id().equals(state) && place.parent() != null)
                .map(Place::parent)
                .findFirst()
                .orElse(null);
    }

    private void note(Kind kind, String transition, S first, Object parent, S target) {
        unsupported.add(
                kind,
                transition,
                "a state machine may come to " + first + " instead, the first state within " + parent
                        + "; an order is in " + target,
                "");
    }
}
