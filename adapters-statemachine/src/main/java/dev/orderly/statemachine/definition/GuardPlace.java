package dev.orderly.statemachine.definition;

/**
 * Where a guard is asked: in a status, for an event, about a state.
 *
 * @param status the status that the order is in
 * @param event the event
 * @param target the state of the machine to which the transition leads that the guard decides about, or the choice
 */
record GuardPlace<S>(String status, String event, S target) {

    GuardPlace<S> withTarget(S other) {
        return new GuardPlace<>(status, event, other);
    }
}
