package dev.orderly.statemachine.definition;

import dev.orderly.decision.Guard;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.workflow.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The guards of a workflow under their names. One that stands in several places has one name, unless it was given several,
 * or would not know in one of them which state it is asked about.
 */
final class GuardRegistry<S, E> {

    private final NameMapper<S> states;
    private final NameMapper<E> events;
    private final List<Variable> variables;
    private final List<ImportNote> changes;
    private final Map<String, Guard> guards = new LinkedHashMap<>();
    private final Map<Condition<S, E>, List<ImportedGuard<S, E>>> known = new HashMap<>();

    GuardRegistry(NameMapper<S> states, NameMapper<E> events, List<Variable> variables, List<ImportNote> changes) {
        this.states = states;
        this.events = events;
        this.variables = variables;
        this.changes = changes;
    }

    /**
     * The name of a guard, which is registered where it is new.
     *
     * @param chosenName the name that the caller gave it; null where there is none
     * @param derived a name that says where it stands
     */
    String name(
            @Nullable String chosenName,
            String derived,
            Condition<S, E> condition,
            GuardPlace<S> place,
            String transition) {
        List<ImportedGuard<S, E>> alike = known.computeIfAbsent(condition, c -> new ArrayList<>());
        ImportedGuard<S, E> guard = alike.stream()
                .filter(each -> chosenName == null
                        ? each.canStandAt(place)
                        : each.name().equals(chosenName))
                .findFirst()
                .orElse(null);
        if (guard == null) {
            guard = register(nameOf(chosenName, derived, transition), condition);
            alike.add(guard);
        }
        guard.standAt(place);
        note(guard.name(), transition);
        return guard.name();
    }

    private String nameOf(@Nullable String chosenName, String derived, String transition) {
        String name = chosenName == null ? free(derived) : chosenName;
        if (!Name.isValid(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of the guard of " + transition
                    + ": name it with guard(…), automaticGuard(…) or branchGuard(…)");
        }
        if (guards.containsKey(name)) {
            throw new IllegalArgumentException("the guard of " + transition + " cannot be called \"" + name
                    + "\", for another guard is: only the very same object can share a name");
        }
        return name;
    }

    private String free(String derived) {
        String name = derived;
        for (int i = 2; guards.containsKey(name); i++) {
            name = derived + "-" + i;
        }
        return name;
    }

    private ImportedGuard<S, E> register(String name, Condition<S, E> condition) {
        ImportedGuard<S, E> guard =
                new ImportedGuard<>(name, condition, states.originals(), events.originals(), variables);
        guards.put(name, guard);
        return guard;
    }

    private void note(String name, String transition) {
        ImportNote note = new ImportNote(
                Kind.GUARD,
                transition,
                "its guard is the guard \"" + name + "\", which every request and question asks; what it counts or"
                        + " writes into variables is not kept",
                "give ImportedWorkflow.guards() to the engine");
        if (!changes.contains(note)) {
            changes.add(note);
        }
    }

    /** The name of the guard that agrees where another one does not. */
    String negated(String name) {
        String negated = "not-" + name;
        Guard guard = guards.get(name);
        if (guard != null) {
            guards.putIfAbsent(negated, new NegatedGuard(negated, guard));
        }
        return negated;
    }

    Map<String, Guard> guards() {
        return Collections.unmodifiableMap(guards);
    }
}
