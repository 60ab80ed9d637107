package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.MachineModel.Form;
import dev.orderly.statemachine.definition.MachineModel.InRegions;
import dev.orderly.statemachine.definition.MachineModel.Move;
import dev.orderly.statemachine.definition.MachineModel.Target;
import dev.orderly.statemachine.definition.MachineModel.Way;
import dev.orderly.statemachine.definition.StateTree.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.statemachine.region.Region;
import org.springframework.statemachine.state.PseudoStateKind;
import org.springframework.statemachine.state.State;
import org.springframework.statemachine.transition.Transition;
import org.springframework.statemachine.transition.TransitionKind;
import org.springframework.statemachine.trigger.TimerTrigger;

/**
 * Makes the transitions of statuses of those of a machine. A state with states within hands its transitions down to each
 * of them; one with regions is a status by itself, and what happens in its regions is not seen.
 */
final class Flattening<S, E> {

    private final StateTree<S, E> tree;
    private final Targets<S, E> targets;
    private final List<Spot<S, E>> leaves = new ArrayList<>();
    private final List<Levelled<S, E>> ways = new ArrayList<>();

    /** A way, with how many states are around the machine that has it. */
    private record Levelled<S, E>(Way<S, E> way, int level) {}

    Flattening(StateTree<S, E> tree, Targets<S, E> targets, Map<S, Form> statuses) {
        this.tree = tree;
        this.targets = targets;
        for (State<S, E> state : tree.states()) {
            boolean transit = state.isSubmachineState()
                    || switch (MachineReader.form(StateTree.kind(state))) {
                        case PLAIN, END -> false;
                        default -> true;
                    };
            if (statuses.containsKey(state.getId()) && (state.isOrthogonal() || !transit)) {
                leaves.addAll(tree.freeSpots(state));
            }
        }
    }

    List<Way<S, E>> ways() {
        tree.machines().forEach((machine, orthogonal) -> {
            for (Transition<S, E> transition : machine.getTransitions()) {
                if (StateTree.kind(transition.getTarget()) != PseudoStateKind.JOIN
                        || tree.orthogonalAround(transition.getSource()) == null) {
                    add(transition, machine, orthogonal);
                }
            }
        });
        return ways.stream().filter(this::isHeard).map(Levelled::way).toList();
    }

    /** A machine within a state that knows an event keeps it from the machines around it, whatever its guards say. */
    private boolean isHeard(Levelled<S, E> way) {
        Way<S, E> each = way.way();
        return each.event() == null
                || each.obstacle() != null
                || leaves.stream()
                                .filter(l -> l.state().getId().equals(each.source()))
                                .count()
                        > 1
                || ways.stream()
                        .noneMatch(other -> other.level() > way.level()
                                && other.way().obstacle() == null
                                && other.way().source().equals(each.source())
                                && each.event().equals(other.way().event()));
    }

    private void add(Transition<S, E> transition, Region<S, E> machine, @Nullable S orthogonal) {
        Move<S, E> move = move(transition);
        State<S, E> source = transition.getSource();
        S around = tree.orthogonalAround(source);
        if (StateTree.kind(source) == PseudoStateKind.JOIN && around == null) {
            join(transition, move);
        } else if (orthogonal != null || (around != null && isWithin(around, transition))) {
            without(move, source.getId() + " is a state within " + (around == null ? orthogonal : around));
        } else if (around != null) {
            ways.add(new Levelled<>(
                    new Way<>(around, targets.of(transition.getTarget()), move, 0, InRegions.STATE, null), 0));
        } else {
            leaves(transition, move, machine);
        }
    }

    private boolean isWithin(S orthogonal, Transition<S, E> transition) {
        return transition.getKind() == TransitionKind.INTERNAL
                || orthogonal.equals(tree.orthogonalAround(transition.getTarget()));
    }

    private void join(Transition<S, E> transition, Move<S, E> move) {
        S around = targets.around(transition.getSource());
        if (around == null) {
            without(move, move.source() + " is a join that does not wait for the regions of one state");
        } else {
            ways.add(new Levelled<>(
                    new Way<>(around, targets.of(transition.getTarget()), move, 0, InRegions.JOIN, null), 0));
        }
    }

    private void leaves(Transition<S, E> transition, Move<S, E> move, Region<S, E> machine) {
        Set<S> seen = new HashSet<>();
        for (Spot<S, E> leaf : leaves) {
            int depth = leaf.depthOf(move.source());
            if (depth < 0
                    || !leaf.machines().contains(machine)
                    || !seen.add(leaf.state().getId())) {
                continue;
            }
            S status = leaf.state().getId();
            boolean stopped = leaf.machine() == machine && StateTree.kind(leaf.state()) == PseudoStateKind.END;
            InRegions region =
                    leaf.state().isOrthogonal() && depth == 0 && move.isAnonymous() ? InRegions.END : InRegions.NOTHING;
            Target<S> target = target(transition, leaf, machine);
            String obstacle =
                    stopped ? "a state machine stops in the end state " + status + ", so that it never happens" : null;
            ways.add(new Levelled<>(
                    new Way<>(status, target, move, depth, region, obstacle),
                    leaf.machines().indexOf(machine)));
        }
        if (seen.isEmpty()) {
            without(move, reason(transition.getSource()));
        }
    }

    /** A machine that is led from a state to one around it stays in the state. */
    private @Nullable Target<S> target(Transition<S, E> transition, Spot<S, E> leaf, Region<S, E> machine) {
        if (transition.getKind() == TransitionKind.INTERNAL) {
            return null;
        }
        State<S, E> to = transition.getTarget();
        int source = leaf.depthOf(transition.getSource().getId());
        int around = leaf.path().contains(to) ? leaf.depthOf(to.getId()) : -1;
        if (around > source) {
            return Target.status(leaf.state().getId());
        }
        boolean known = tree.spots(to).stream().anyMatch(spot -> spot.machines().contains(machine));
        return known
                ? targets.of(to)
                : Target.nowhere(to.getId(), to.getId() + " is not among the states of the machine that has it");
    }

    private static String reason(State<?, ?> source) {
        Object id = source.getId();
        return switch (MachineReader.form(StateTree.kind(source))) {
            case CHOICE, JUNCTION -> id + " is a choice, which has branches of its own";
            case FORK -> id + " is a fork";
            case HISTORY -> id + " is a history pseudo-state";
            case ENTRY -> id + " is an entry point";
            case EXIT -> id + " is an exit point";
            default -> id + " is not among the states";
        };
    }

    private void without(Move<S, E> move, String obstacle) {
        ways.add(new Levelled<>(new Way<>(move.source(), null, move, 0, InRegions.NOTHING, obstacle), 0));
    }

    static <S, E> Move<S, E> move(Transition<S, E> transition) {
        TimerTrigger<?, ?> timer = transition.getTrigger() instanceof TimerTrigger<?, ?> found ? found : null;
        return new Move<>(
                transition.getSource().getId(),
                transition.getKind() == TransitionKind.INTERNAL
                        ? null
                        : transition.getTarget().getId(),
                transition.getTrigger() == null ? null : transition.getTrigger().getEvent(),
                timer == null ? null : timer.getPeriod(),
                timer == null ? 0 : timer.getCount(),
                Condition.ofFunction(transition.getGuard()),
                MachineModel.size(transition.getActions()),
                transition.getSecurityRule(),
                transition.getName() == null ? "" : transition.getName());
    }
}
