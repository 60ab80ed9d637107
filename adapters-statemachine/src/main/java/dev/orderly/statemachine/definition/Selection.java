package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.ImportOptions.Trigger;
import dev.orderly.statemachine.definition.MachineModel.InRegions;
import dev.orderly.statemachine.definition.MachineModel.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the transitions that can be carried over, and puts those that compete in an order. */
final class Selection<S, E> {

    private final MachineModel<S, E> definition;
    private final Branches<S, E> branches;
    private final UnsupportedFeatures unsupported;
    private final List<ImportNote> changes;

    Selection(
            MachineModel<S, E> definition,
            Branches<S, E> branches,
            UnsupportedFeatures unsupported,
            List<ImportNote> changes) {
        this.definition = definition;
        this.branches = branches;
        this.unsupported = unsupported;
        this.changes = changes;
    }

    List<Way<S, E>> ways() {
        Map<Object, List<Way<S, E>>> rivals = new LinkedHashMap<>();
        for (Way<S, E> way : definition.ways()) {
            String obstacle = obstacle(way);
            if (obstacle != null) {
                unsupported.move(way.move(), obstacle, "");
            } else {
                rivals.computeIfAbsent(contest(way), c -> new ArrayList<>()).add(way);
            }
        }
        List<Way<S, E>> ways = new ArrayList<>();
        rivals.values().forEach(group -> ways.addAll(group.size() == 1 ? group : ordered(group)));
        return ways;
    }

    /** Transitions with an equal contest compete with each other; a timer competes with none. */
    private static <S, E> Object contest(Way<S, E> way) {
        if (way.event() != null) {
            return new Trigger<>(way.source(), way.event());
        }
        if (way.region() == InRegions.JOIN) {
            return List.of(way.source(), way.move().source());
        }
        return way.move().isAnonymous() && way.region() == InRegions.NOTHING ? List.of(way.source()) : way;
    }

    private @Nullable String obstacle(Way<S, E> way) {
        if (way.obstacle() != null) {
            return way.obstacle();
        }
        if (way.target() != null) {
            return branches.obstacle(way, way.target());
        }
        boolean once = way.move().period() != null && way.move().count() > 0;
        if (way.event() != null || once) {
            return null;
        }
        return way.move().period() == null
                ? "it has no event and leads nowhere, so that only its action mattered"
                : "it repeats and leads nowhere, so that only its action mattered";
    }

    /**
     * A machine asks the transitions of a state before those of the state around it, or after them where its conflict policy says so. Those
     * after one without a guard are never asked.
     */
    private List<Way<S, E>> ordered(List<Way<S, E>> group) {
        SortedMap<Integer, List<Way<S, E>>> byDepth = new TreeMap<>(
                definition.childFirst() ? Comparator.<Integer>naturalOrder() : Comparator.<Integer>reverseOrder());
        group.forEach(way ->
                byDepth.computeIfAbsent(way.depth(), d -> new ArrayList<>()).add(way));
        List<Way<S, E>> kept = new ArrayList<>();
        for (List<Way<S, E>> alike : byDepth.values()) {
            kept.addAll(alike.get(0).event() == null ? anonymous(alike) : unordered(alike));
            if (kept.get(kept.size() - 1).move().guard() == null) {
                break;
            }
        }
        return kept;
    }

    /** A machine asks anonymous transitions in a fixed order, the latest first, and takes the first that agrees. */
    private List<Way<S, E>> anonymous(List<Way<S, E>> group) {
        List<Way<S, E>> asked = new ArrayList<>(group);
        if (definition.childFirst() && group.get(0).region() == InRegions.NOTHING) {
            Collections.reverse(asked);
        }
        List<Way<S, E>> kept = new ArrayList<>();
        boolean closed = false;
        for (Way<S, E> way : asked) {
            if (closed) {
                unsupported.move(way.move(), "another transition without a guard is always taken before it", "");
            } else {
                kept.add(way);
            }
            closed |= way.move().guard() == null;
        }
        return kept;
    }

    /** A machine asks transitions on one event in the order of a hash table, so that any order is one of its own. */
    private List<Way<S, E>> unordered(List<Way<S, E>> group) {
        List<Way<S, E>> kept = new ArrayList<>();
        group.stream().filter(way -> way.move().guard() != null).forEach(kept::add);
        List<Way<S, E>> free =
                group.stream().filter(way -> way.move().guard() == null).toList();
        free.stream().limit(1).forEach(kept::add);
        free.stream()
                .skip(1)
                .forEach(way -> unsupported.move(
                        way.move(),
                        "another transition without a guard has the same state and event, and a state machine takes"
                                + " either",
                        "give both a guard"));
        if (kept.size() > 1) {
            ImportNote note = new ImportNote(
                    Kind.ORDER,
                    group.get(0).move().source() + " on " + group.get(0).event(),
                    "a state machine asks its " + kept.size() + " transitions in no certain order; orders ask them in"
                            + " that of its model, those with a guard first",
                    "see that no two guards agree at a time");
            if (!changes.contains(note)) {
                changes.add(note);
            }
        }
        return kept;
    }
}
