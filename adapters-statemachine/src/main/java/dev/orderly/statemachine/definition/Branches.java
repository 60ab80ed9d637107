package dev.orderly.statemachine.definition;

import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.ImportOptions.StatePair;
import dev.orderly.statemachine.definition.MachineModel.Branch;
import dev.orderly.statemachine.definition.MachineModel.Condition;
import dev.orderly.statemachine.definition.MachineModel.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the branches of choices and junctions into alternatives. A choice takes the first branch whose guard agrees, and
 * the last one whatever its guard says; so the last is the alternative without a condition.
 */
final class Branches<S, E> {

    private final MachineModel<S, E> definition;
    private final Map<S, Form> forms;
    private final ImportOptions<S, E> options;
    private final GuardRegistry<S, E> guardRegistry;
    private final UnsupportedFeatures unsupported;
    private final List<ImportNote> changes;
    private final Set<S> noted = new HashSet<>();

    /** A way to a status under conditions. */
    record Alternative<S>(List<String> guards, S target) {}

    Branches(
            MachineModel<S, E> definition,
            Map<S, Form> forms,
            ImportOptions<S, E> options,
            GuardRegistry<S, E> guardRegistry,
            UnsupportedFeatures unsupported,
            List<ImportNote> changes) {
        this.definition = definition;
        this.forms = forms;
        this.options = options;
        this.guardRegistry = guardRegistry;
        this.unsupported = unsupported;
        this.changes = changes;
    }

    /** Why a target cannot be carried over; null if it can. */
    @Nullable
    String obstacle(S target, Set<S> passed) {
        Form form = forms.get(target);
        if (form == null) {
            return target + " is not among the states";
        }
        if (form.isStatus()) {
            return null;
        }
        if (!form.isChoice()) {
            return UnsupportedFeatures.why(target, form);
        }
        if (passed.contains(target)) {
            return "the choice " + target + " leads back to itself";
        }
        Set<S> further = new HashSet<>(passed);
        further.add(target);
        List<Branch<S, E>> branches = definition.branches().getOrDefault(target, List.of());
        if (branches.isEmpty()) {
            return "the choice " + target + " has no branches";
        }
        for (Branch<S, E> branch : branches) {
            String obstacle = obstacle(branch.target(), further);
            if (obstacle != null) {
                return obstacle;
            }
        }
        return null;
    }

    boolean isChoice(S target) {
        return forms.getOrDefault(target, Form.PLAIN).isChoice();
    }

    /** The alternatives to which a target amounts, in order. */
    List<Alternative<S>> alternatives(S target) {
        if (!isChoice(target)) {
            return List.of(new Alternative<>(List.of(), target));
        }
        List<Alternative<S>> alternatives = new ArrayList<>();
        List<Branch<S, E>> branches = definition.branches().getOrDefault(target, List.of());
        for (int i = 0; i < branches.size(); i++) {
            Branch<S, E> branch = branches.get(i);
            boolean last = i == branches.size() - 1;
            Condition<S, E> guard = last ? null : branch.guard();
            if (guard != null || last) {
                String name = guard == null ? null : name(target, branch, guard);
                for (Alternative<S> next : alternatives(branch.target())) {
                    alternatives.add(new Alternative<>(joined(name, next.guards()), next.target()));
                }
            }
        }
        note(target, branches);
        return alternatives;
    }

    private static List<String> joined(@Nullable String first, List<String> rest) {
        List<String> all = new ArrayList<>(rest);
        if (first != null) {
            all.add(0, first);
        }
        return all;
    }

    private String name(S choice, Branch<S, E> branch, Condition<S, E> guard) {
        return guardRegistry.name(
                options.branchGuards
                        .get(new StatePair<>(choice, branch.target()))
                        .orElse(null),
                NameMapper.plain(choice) + "-to-" + NameMapper.plain(branch.target()),
                guard,
                choice,
                choice + " → " + branch.target());
    }

    private void note(S choice, List<Branch<S, E>> branches) {
        if (!noted.add(choice)) {
            return;
        }
        changes.add(new ImportNote(
                Kind.CHOICE,
                choice.toString(),
                "its branches are alternatives of each event that leads to it, asked in their order; the last is taken"
                        + " where no other is",
                ""));
        for (int i = 0; i < branches.size(); i++) {
            Branch<S, E> branch = branches.get(i);
            boolean last = i == branches.size() - 1;
            if (last == (branch.guard() != null)) {
                unsupported.add(
                        Kind.GUARD,
                        choice + " → " + branch.target(),
                        last
                                ? "its guard is left out, for the last branch is taken whatever its guard says"
                                : "is left out, for a branch without a guard is never taken unless it is the last",
                        "");
            }
            unsupported.branchActions(choice, branch.target(), branch.actions());
        }
    }
}
