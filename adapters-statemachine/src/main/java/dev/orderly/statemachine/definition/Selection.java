package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.ImportOptions.Trigger;
import dev.orderly.statemachine.definition.MachineModel.Form;
import dev.orderly.statemachine.definition.MachineModel.Way;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the transitions that can be carried over, and puts those that compete in an order. */
final class Selection<S, E> {

    private final MachineModel<S, E> definition;
    private final Map<S, Form> forms;
    private final Branches<S, E> branches;
    private final UnsupportedFeatures unsupported;
    private final List<ImportNote> changes;

    Selection(
            MachineModel<S, E> definition,
            Map<S, Form> forms,
            Branches<S, E> branches,
            UnsupportedFeatures unsupported,
            List<ImportNote> changes) {
        this.definition = definition;
        this.forms = forms;
        this.branches = branches;
        this.unsupported = unsupported;
        this.changes = changes;
    }

    List<Way<S, E>> ways() {
        Map<Object, List<Way<S, E>>> rivals = new LinkedHashMap<>();
        for (Way<S, E> way : definition.ways()) {
            String obstacle = obstacle(way);
            if (obstacle != null) {
                unsupported.way(way, obstacle, "");
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
        return way.isAnonymous() ? List.of(way.source()) : way;
    }

    private @Nullable String obstacle(Way<S, E> way) {
        Form from = forms.get(way.source());
        if (from == null) {
            return way.source() + " is not among the states";
        }
        if (!from.isStatus()) {
            return UnsupportedFeatures.why(way.source(), from);
        }
        if (from == Form.END) {
            return "a state machine stops in the end state " + way.source() + ", so that it never happens";
        }
        if (way.target() != null) {
            return branches.obstacle(way.target(), Set.of());
        }
        if (way.event() != null || (way.period() != null && way.count() > 0)) {
            return null;
        }
        return way.period() == null
                ? "it has no event and leads nowhere, so that only its action mattered"
                : "it repeats and leads nowhere, so that only its action mattered";
    }

    private List<Way<S, E>> ordered(List<Way<S, E>> group) {
        return group.get(0).isAnonymous() ? anonymous(group) : unordered(group);
    }

    /** A machine asks anonymous transitions in a fixed order, the latest first, and takes the first that agrees. */
    private List<Way<S, E>> anonymous(List<Way<S, E>> group) {
        List<Way<S, E>> asked = new ArrayList<>(group);
        if (definition.latestFirst()) {
            Collections.reverse(asked);
        }
        List<Way<S, E>> kept = new ArrayList<>();
        boolean closed = false;
        for (Way<S, E> way : asked) {
            if (closed) {
                unsupported.way(way, "another transition without a guard is always taken before it", "");
            } else {
                kept.add(way);
            }
            closed |= way.guard() == null;
        }
        return kept;
    }

    /** A machine asks transitions on one event in the order of a hash table, so that any order is one of its own. */
    private List<Way<S, E>> unordered(List<Way<S, E>> group) {
        List<Way<S, E>> kept = new ArrayList<>();
        group.stream().filter(way -> way.guard() != null).forEach(kept::add);
        List<Way<S, E>> free = group.stream().filter(way -> way.guard() == null).toList();
        free.stream().limit(1).forEach(kept::add);
        free.stream()
                .skip(1)
                .forEach(way -> unsupported.way(
                        way,
                        "another transition without a guard has the same state and event, and a state machine takes"
                                + " either",
                        "give both a guard"));
        if (kept.size() > 1) {
            changes.add(new ImportNote(
                    Kind.ORDER,
                    group.get(0).source() + " on " + group.get(0).event(),
                    "a state machine asks its " + kept.size() + " transitions in no certain order; orders ask them in"
                            + " that of its model, those with a guard first",
                    "see that no two guards agree at a time"));
        }
        return kept;
    }
}
