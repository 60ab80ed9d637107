package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.Branches.Alternative;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.ImportOptions.StatePair;
import dev.orderly.statemachine.definition.ImportOptions.Trigger;
import dev.orderly.statemachine.definition.MachineModel.InRegions;
import dev.orderly.statemachine.definition.MachineModel.Move;
import dev.orderly.statemachine.definition.MachineModel.Way;
import dev.orderly.workflow.TimeLimit;
import dev.orderly.workflow.TransitionBuilder;
import dev.orderly.workflow.Workflow;
import dev.orderly.workflow.WorkflowBuilder;
import java.time.Duration;
import java.util.ArrayList;
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
    private final InnerTargets<S, E> innerTargets;
    private final Map<Trigger<S, E>, List<Move<S, E>>> guarded = new HashMap<>();

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
        this.innerTargets = new InnerTargets<>(definition, unsupported);
        this.automatic = new TriggerlessTransitions<>(definition, options, events, changes);
    }

    void write(List<Way<S, E>> ways, WorkflowBuilder<String, String> builder) {
        Set<E> decided = decided(ways);
        Set<Move<S, E>> noted = new HashSet<>();
        for (Way<S, E> way : ways) {
            E original = way.event();
            String event = original == null ? automatic.event(way) : events.of(original);
            String guard = way.move().guard() == null
                    ? null
                    : guardName(way, way.move().guard(), event);
            for (Alternative<S> alternative : alternatives(way, event)) {
                builder.transition(event, t -> {
                    write(way, guard, alternative, t);
                    if (original != null && decided.contains(original)) {
                        t.takes(options.fields(true));
                    }
                });
            }
            if (noted.add(way.move())) {
                unsupported.beside(way.move(), isChoice(way), !roles(way).isEmpty());
            }
            if (original != null && way.region() != InRegions.NOTHING) {
                noteRegion(way);
            }
            innerTargets.of(way);
            automatic.restart(way);
        }
        guarded.forEach(this::requireAll);
    }

    private void noteRegion(Way<S, E> way) {
        boolean hasRoles = way.event() != null && options.roles.get(way.event()).isPresent();
        unsupported.add(
                Kind.REGION,
                way.move().text(),
                "an order in " + way.source() + " does not know " + TriggerlessTransitions.awaited(way)
                        + (hasRoles ? "" : "; only the role " + Workflow.SYSTEM + " may fire it"),
                "ask in a guard, or where it is fired");
    }

    private void write(
            Way<S, E> way, @Nullable String guard, Alternative<S> alternative, TransitionBuilder<String> transition) {
        transition.from(states.of(way.source())).by(roles(way).toArray(new String[0]));
        if (way.target() != null) {
            transition.to(states.of(alternative.target()));
        }
        List<String> guards = new ArrayList<>(alternative.guards());
        if (guard != null && !guards.contains(guard)) {
            guards.add(0, guard);
        }
        transition.guard(guards.toArray(new String[0]));
        if (way.event() == null && way.region() == InRegions.NOTHING) {
            Long period = way.move().period();
            transition.after(TimeLimit.after(
                    period == null ? AT_ONCE : Duration.ofMillis(period).toString()));
        }
    }

    /**
     * The events about which a guard is asked; whichever alternative is taken in the end, it must take what was given.
     */
    private Set<E> decided(List<Way<S, E>> ways) {
        Set<E> decided = new HashSet<>();
        for (Way<S, E> way : ways) {
            if (way.event() != null && (way.move().guard() != null || isChoice(way))) {
                decided.add(way.event());
            }
        }
        return decided;
    }

    private static boolean isChoice(Way<?, ?> way) {
        return way.target() != null && way.target().isChoice();
    }

    private List<Alternative<S>> alternatives(Way<S, E> way, String event) {
        return way.target() == null
                ? List.of(new Alternative<>(List.of(), way.source()))
                : branches.alternatives(way, way.target(), states.of(way.source()), event);
    }

    /** Who may; what waits for regions, which no order knows, is left to the shop's own code unless the caller says who. */
    private List<String> roles(Way<S, E> way) {
        List<String> said =
                way.event() == null ? List.of() : options.roles.get(way.event()).orElse(List.of());
        return said.isEmpty() && way.region() != InRegions.NOTHING ? List.of(Workflow.SYSTEM) : said;
    }

    private String guardName(Way<S, E> way, Condition<S, E> guard, String event) {
        Move<S, E> move = way.move();
        GuardPlace<S> place = new GuardPlace<>(states.of(way.source()), event, move.end());
        if (way.event() == null) {
            String chosenName = options.automaticGuards
                    .get(new StatePair<>(move.source(), move.end()))
                    .orElse(null);
            return guardRegistry.name(chosenName, event, guard, place, move.text());
        }
        Trigger<S, E> trigger = new Trigger<>(move.source(), way.event());
        List<Move<S, E>> moves = guarded.computeIfAbsent(trigger, t -> new ArrayList<>());
        if (!moves.contains(move)) {
            moves.add(move);
        }
        List<String> chosen = options.guards.get(trigger).orElse(List.of());
        int number = moves.indexOf(move);
        return guardRegistry.name(
                chosen.size() <= number ? null : chosen.get(number),
                event + "-from-"
                        + (move.source().equals(way.source()) ? place.status() : NameMapper.plain(move.source())),
                guard,
                place,
                move.text());
    }

    private void requireAll(Trigger<S, E> trigger, List<Move<S, E>> moves) {
        int named = options.guards.get(trigger).map(List::size).orElse(0);
        if (named > moves.size()) {
            throw new IllegalArgumentException(
                    "guard(…) names " + named + " guards of " + trigger + ", which has " + moves.size());
        }
    }
}
