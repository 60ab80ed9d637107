package dev.orderly.statemachine.definition;

import java.util.Locale;

/**
 * One thing that an import could not carry over, or that means something else afterwards.
 *
 * @param kind what it is about
 * @param place the state, the transition or the variable, in the words of the state machine
 * @param meaning what it was, and what became of it
 * @param advice what to do about it
 */
public record ImportNote(Kind kind, String place, String meaning, String advice) {

    /** What a note is about. */
    public enum Kind {
        /** Regions within a state, which an order cannot be in at the same time, and what waits for them. */
        REGION,
        /** States within a state, which become statuses beside each other. */
        SUBMACHINE,
        /** A pseudo-state that remembers where a machine was. */
        HISTORY,
        /** A pseudo-state that goes to several states at once. */
        FORK,
        /** A pseudo-state that waits for several states. */
        JOIN,
        /** A way into a machine within a state. */
        ENTRY_POINT,
        /** A way out of a machine within a state. */
        EXIT_POINT,
        /** What a state does when it is entered or left, or while it lasts. */
        STATE_ACTION,
        /** What a transition, or a branch of a choice, does. */
        TRANSITION_ACTION,
        /** What a machine does when it starts. */
        INITIAL_ACTION,
        /** An event that a state keeps for later. */
        DEFERRED_EVENT,
        /** Who may send an event or make a transition. */
        SECURITY,
        /** Listeners, interceptors, monitors and the like. */
        CONFIGURATION,
        /** A transition that cannot be carried over, or that never happens. */
        TRANSITION,
        /** The name of a transition. */
        TRANSITION_NAME,
        /** Several transitions for one event in one state. */
        ORDER,
        /** A transition without an event. */
        ANONYMOUS,
        /** A transition that happens after a time. */
        TIMER,
        /** A pseudo-state that chooses. */
        CHOICE,
        /** A condition in code. */
        GUARD,
        /** A name that changed. */
        NAME,
        /** A status that is done. */
        DONE,
        /** How an order begins. */
        START,
        /** An action that may write a variable which a guard reads. */
        VARIABLE,
        /** A variable of the extended state, or the last event of a machine. */
        LIVE_DATA;

        /** The kind's word. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The note in one line. */
    @Override
    public String toString() {
        return kind + ": " + place + ": " + meaning + (advice.isEmpty() ? "" : "; " + advice);
    }
}
