package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.ImportOptions.StatePair;
import dev.orderly.statemachine.definition.MachineModel.Branch;
import dev.orderly.statemachine.definition.MachineModel.InRegions;
import dev.orderly.statemachine.definition.MachineModel.Target;
import dev.orderly.statemachine.definition.MachineModel.Way;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the branches of choices and junctions into alternatives. A choice takes the first branch whose guard agrees, and
 * the last one whatever its guard says; so the last is the alternative without a condition. Where a branch cannot be
 * carried over, those after it ask that its guard does not agree.
 */
final class Branches<S, E> {

    private final MachineModel<S, E> definition;
    private final ImportOptions<S, E> options;
    private final GuardRegistry<S, E> guardRegistry;
    private final UnsupportedFeatures unsupported;
    private final List<ImportNote> changes;
    private final InnerTargets<S, E> innerTargets;
    private final Set<S> noted = new HashSet<>();

    /** A way to a status under conditions. */
    record Alternative<S>(List<String> guards, S target) {

        Alternative<S> after(List<String> before) {
            List<String> all = new ArrayList<>(before);
            all.addAll(guards);
            return new Alternative<>(all, target);
        }
    }

    Branches(
            MachineModel<S, E> definition,
            ImportOptions<S, E> options,
            GuardRegistry<S, E> guardRegistry,
            UnsupportedFeatures unsupported,
            List<ImportNote> changes) {
        this.definition = definition;
        this.options = options;
        this.guardRegistry = guardRegistry;
        this.unsupported = unsupported;
        this.changes = changes;
        this.innerTargets = new InnerTargets<>(definition, unsupported);
    }

    /** Why a way cannot be carried over; null if it can, or a part of it. */
    @Nullable
    String obstacle(Way<S, E> way, Target<S> target) {
        return target.isChoice() ? obstacle(target, Set.of(), avoided(way)) : target.obstacle();
    }

    /**
     * The status to which a choice must not lead back: that of an order which a sweep fires for. It would be due again at
     * once, and for ever.
     */
    private static <S, E> @Nullable S avoided(Way<S, E> way) {
        return way.event() == null && way.region() == InRegions.NOTHING ? way.source() : null;
    }

    private @Nullable String obstacle(Target<S> target, Set<S> passed, @Nullable S avoided) {
        if (target.obstacle() != null) {
            return target.obstacle();
        }
        if (!target.isChoice()) {
            return target.id().equals(avoided)
                    ? "without an event it leads back to " + avoided + ", where the order is already"
                    : null;
        }
        if (passed.contains(target.id())) {
            return "the choice " + target.id() + " leads back to itself";
        }
        List<Branch<S, E>> branches = taken(target.id());
        if (branches.isEmpty()) {
            return "the choice " + target.id() + " has no branches";
        }
        String first = null;
        for (Branch<S, E> branch : branches) {
            String obstacle = obstacle(branch.target(), with(passed, target.id()), avoided);
            if (obstacle == null) {
                return null;
            }
            first = first == null ? obstacle : first;
        }
        return first;
    }

    /** Whether whatever happens at a target can be carried over. */
    private boolean isWhole(Target<S> target, Set<S> passed, @Nullable S avoided) {
        return obstacle(target, passed, avoided) == null
                && (!target.isChoice()
                        || taken(target.id()).stream()
                                .allMatch(branch -> isWhole(branch.target(), with(passed, target.id()), avoided)));
    }

    private static <T> Set<T> with(Set<T> set, T more) {
        Set<T> larger = new HashSet<>(set);
        larger.add(more);
        return larger;
    }

    /** The branches of a choice that can be taken: those with a guard, and the last. */
    private List<Branch<S, E>> taken(S choice) {
        List<Branch<S, E>> all = all(choice);
        List<Branch<S, E>> taken = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).guard() != null || i == all.size() - 1) {
                taken.add(all.get(i));
            }
        }
        return taken;
    }

    private List<Branch<S, E>> all(S choice) {
        return definition.branches().getOrDefault(choice, List.of());
    }

    /** The alternatives to which the target of a way amounts, in order. */
    List<Alternative<S>> alternatives(Way<S, E> way, Target<S> target, String status, String event) {
        return alternatives(target, new GuardPlace<>(status, event, target.id()), Set.of(), avoided(way));
    }

    private List<Alternative<S>> alternatives(
            Target<S> target, GuardPlace<S> place, Set<S> passed, @Nullable S avoided) {
        if (!target.isChoice()) {
            return List.of(new Alternative<>(List.of(), target.id()));
        }
        S choice = target.id();
        Set<S> further = with(passed, choice);
        List<Alternative<S>> alternatives = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<Branch<S, E>> taken = taken(choice);
        for (int i = 0; i < taken.size(); i++) {
            Branch<S, E> branch = taken.get(i);
            boolean last = i == taken.size() - 1;
            String guard = branch.guard() == null || last ? null : name(choice, branch, place);
            String obstacle = obstacle(branch.target(), further, avoided);
            if (obstacle == null) {
                List<String> guards = new ArrayList<>(before);
                if (guard != null) {
                    guards.add(guard);
                }
                alternatives(branch.target(), place.withTarget(branch.target().id()), further, avoided)
                        .forEach(next -> alternatives.add(next.after(guards)));
            } else {
                unsupported.branch(choice, branch.to(), obstacle, last);
            }
            if (guard != null && !isWhole(branch.target(), further, avoided)) {
                before.add(guardRegistry.negated(guard));
            }
        }
        note(choice);
        return alternatives;
    }

    private @Nullable String name(S choice, Branch<S, E> branch, GuardPlace<S> place) {
        Condition<S, E> guard = branch.guard();
        String chosenName =
                options.branchGuards.get(new StatePair<>(choice, branch.to())).orElse(null);
        return guard == null
                ? null
                : guardRegistry.name(
                        chosenName,
                        NameMapper.plain(choice) + "-to-" + NameMapper.plain(branch.to()),
                        guard,
                        place.withTarget(choice),
                        choice + " → " + branch.to());
    }

    private void note(S choice) {
        if (!noted.add(choice)) {
            return;
        }
        changes.add(new ImportNote(
                Kind.CHOICE,
                choice.toString(),
                "its branches are alternatives of each event that leads to it, asked in their order; the last is taken"
                        + " where no other is",
                ""));
        List<Branch<S, E>> branches = all(choice);
        for (int i = 0; i < branches.size(); i++) {
            Branch<S, E> branch = branches.get(i);
            boolean last = i == branches.size() - 1;
            if (last == (branch.guard() != null)) {
                unsupported.add(
                        Kind.GUARD,
                        choice + " → " + branch.to(),
                        last
                                ? "its guard is left out, for the last branch is taken whatever its guard says"
                                : "is left out, for a branch without a guard is never taken unless it is the last",
                        "");
            }
            unsupported.branchActions(choice, branch.to(), branch.actions());
            innerTargets.of(choice, branch);
        }
    }
}
