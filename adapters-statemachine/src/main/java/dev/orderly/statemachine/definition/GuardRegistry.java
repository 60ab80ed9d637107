package dev.orderly.statemachine.definition;

import dev.orderly.decision.Guard;
import dev.orderly.statemachine.definition.ImportNote.Kind;
import dev.orderly.statemachine.definition.MachineModel.Condition;
import dev.orderly.workflow.Name;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guards of a workflow under their names. Spring wraps each in a function of its own, so that none has a name. */
final class GuardRegistry<S, E> {

    private final NameMapper<S> states;
    private final NameMapper<E> events;
    private final List<Variable> variables;
    private final List<ImportNote> changes;
    private final Map<String, Guard> guards = new LinkedHashMap<>();
    private final Map<Condition<S, E>, String> known = new HashMap<>();

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
    String name(@Nullable String chosenName, String derived, Condition<S, E> condition, S target, String place) {
        String before = known.get(condition);
        if (before != null) {
            return before;
        }
        String name = chosenName == null ? free(derived) : chosenName;
        if (!Name.isValid(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of the guard of " + place
                    + ": name it with guard(…), automaticGuard(…) or branchGuard(…)");
        }
        if (guards.containsKey(name)) {
            throw new IllegalArgumentException("the guard of " + place + " cannot be called \"" + name
                    + "\", for another is: whether the two are the same, a state machine does not say");
        }
        return register(name, condition, target, place);
    }

    private String free(String derived) {
        String name = derived;
        for (int i = 2; guards.containsKey(name); i++) {
            name = derived + "-" + i;
        }
        return name;
    }

    private String register(String name, Condition<S, E> condition, S target, String place) {
        guards.put(
                name, new ImportedGuard<>(name, condition, target, states.originals(), events.originals(), variables));
        known.put(condition, name);
        changes.add(new ImportNote(
                Kind.GUARD,
                place,
                "its guard is the guard \"" + name + "\"",
                "give ImportedWorkflow.guards() to the engine"));
        return name;
    }

    Map<String, Guard> guards() {
        return Collections.unmodifiableMap(guards);
    }
}
