package dev.orderly.statemachine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the statuses and events of a workflow are in its machines: their names, or what the shop's listeners and
 * interceptors are typed by. A name for which they have none stays a text, which they are never shown.
 */
final class MachineNames {

    private final Map<String, Object> states = new HashMap<>();
    private final Map<Object, String> statuses = new HashMap<>();
    private final Map<String, Object> events = new HashMap<>();
    private final Set<Object> own = new HashSet<>();
    private final boolean typed;

    private MachineNames(boolean typed) {
        this.typed = typed;
    }

    /** Names as they are. */
    static MachineNames plain() {
        return new MachineNames(false);
    }

    /** Objects of other types, each with the name that the workflow has for it. */
    static MachineNames typed(Map<?, String> states, Map<?, String> events) {
        MachineNames names = new MachineNames(true);
        states.forEach((state, status) -> {
            names.states.put(status, state);
            names.statuses.put(state, status);
        });
        events.forEach((event, name) -> names.events.put(name, event));
        names.own.addAll(states.keySet());
        names.own.addAll(events.keySet());
        return names;
    }

    /** Whether listeners and interceptors have types of their own. */
    boolean isTyped() {
        return typed;
    }

    /** The state of a status. */
    Object state(String status) {
        return states.getOrDefault(status, status);
    }

    /** The status of a state. */
    String status(Object state) {
        return statuses.getOrDefault(state, state.toString());
    }

    /** The event of a name. */
    Object event(String name) {
        return events.getOrDefault(name, name);
    }

    /** Whether listeners and interceptors know a state or an event. */
    boolean isKnown(Object stateOrEvent) {
        return !typed || own.contains(stateOrEvent);
    }
}
