package dev.orderly.decision;

import dev.orderly.workflow.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;

/** Whether, and with which data, one event can happen to an order now. */
final class Availability {

    private Availability() {}

    static Action impossible(String event, List<Reason> reasons) {
        return new Action(event, List.of(), List.of(), List.of(), List.of(), reasons);
    }

    /**
     * An alternative is open if nothing speaks against it that the right data could not mend. Where none is, those whose
     * conditions fit say why; if there are no such, all do.
     */
    static Action of(
            String event,
            CompiledTransition[] candidates,
            Attempt attempt,
            Map<String, Field> fields,
            BiFunction<CompiledTransition[], Request, Reason> roleNotAllowed) {
        List<CompiledTransition> open = new ArrayList<>();
        Objections against = new Objections();
        boolean anyAllowed = false;
        boolean anyFits = fits(candidates, attempt);
        for (CompiledTransition candidate : candidates) {
            if (candidate.allows(attempt.actor().role())) {
                anyAllowed = true;
                Attempt own = candidate.own(attempt);
                Objections objections = new Objections();
                candidate.lasting(own, objections);
                if (objections.isEmpty()) {
                    open.add(candidate);
                } else if (!anyFits || candidate.fits(own)) {
                    candidate.lasting(own, against);
                }
            }
        }
        if (!anyAllowed) {
            return impossible(event, List.of(roleNotAllowed.apply(candidates, attempt.request())));
        }
        return open.isEmpty() ? impossible(event, against.reasons()) : possible(event, open, attempt, fields);
    }

    private static boolean fits(CompiledTransition[] candidates, Attempt attempt) {
        for (CompiledTransition candidate : candidates) {
            if (candidate.allows(attempt.actor().role()) && candidate.fits(candidate.own(attempt))) {
                return true;
            }
        }
        return false;
    }

    private static Action possible(
            String event, List<CompiledTransition> open, Attempt attempt, Map<String, Field> fields) {
        Set<String> targets = new LinkedHashSet<>();
        Set<String> needs = new LinkedHashSet<>();
        Set<String> takes = new LinkedHashSet<>();
        Set<String> checklist = new LinkedHashSet<>();
        Map<String, Integer> items = new LinkedHashMap<>();
        for (CompiledTransition candidate : open) {
            candidate.movable(attempt, items);
            targets.add(candidate.transition().target(attempt.order().status()));
            needs.addAll(candidate.asked(candidate.own(attempt)));
            takes.addAll(candidate.transition().writable());
            checklist.addAll(candidate.transition().checklist());
        }
        takes.removeAll(needs);
        takes.removeAll(checklist);
        return new Action(
                event,
                List.copyOf(targets),
                declared(needs, fields),
                declared(takes, fields),
                declared(checklist, fields),
                items.entrySet().stream()
                        .map(line -> LineQuantity.of(line.getKey(), line.getValue()))
                        .toList(),
                List.of());
    }

    private static List<Field> declared(Collection<String> names, Map<String, Field> fields) {
        return names.stream().map(fields::get).filter(Objects::nonNull).toList();
    }
}
