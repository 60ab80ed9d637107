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
final class GuardBook<S, E> {

    private final NameMapper<S> states;
    private final NameMapper<E> events;
    private final List<Variable> variables;
    private final List<ImportNote> changes;
    private final Map<String, Guard> guards = new LinkedHashMap<>();
    private final Map<Condition<S, E>, String> known = new HashMap<>();

    GuardBook(NameMapper<S> states, NameMapper<E> events, List<Variable> variables, List<ImportNote> changes) {
        this.states = states;
        this.events = events;
        this.variables = variables;
        this.changes = changes;
    }

    /**
     * The name of a guard, which enters it where it is new.
     *
     * @param wish the name that the caller gave it; null where he gave none
     * @param derived a name that says where it stands
     */
    String name(@Nullable String wish, String derived, Condition<S, E> condition, S target, String place) {
        String before = known.get(condition);
        if (before != null) {
            return before;
        }
        String name = wish == null ? free(derived) : wish;
        if (!Name.isValid(name)) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the name of the guard of " + place
                    + ": name it with guard(…), automaticGuard(…) or branchGuard(…)");
        }
        if (guards.containsKey(name)) {
            throw new IllegalArgumentException("the guard of " + place + " cannot be called \"" + name
                    + "\", for another is: whether the two are the same, a state machine does not tell");
        }
        return enter(name, condition, target, place);
    }

    private String free(String wish) {
        String name = wish;
        for (int i = 2; guards.containsKey(name); i++) {
            name = wish + "-" + i;
        }
        return name;
    }

    private String enter(String name, Condition<S, E> condition, S target, String place) {
        guards.put(name, new AskedGuard<>(name, condition, target, states.originals(), events.originals(), variables));
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
