package dev.orderly.statemachine.definition;

import java.util.Collection;

/** Says why a machine cannot become a workflow at all. */
final class ImportErrors {

    private ImportErrors() {}

    static IllegalArgumentException initial(Collection<?> initial) {
        return new IllegalArgumentException(
                initial.isEmpty()
                        ? "the state machine has no initial state, so that no order could begin: give it one with"
                                + " initial(…)"
                        : "the state machine has regions at its top, which begin in " + initial
                                + ": an order is in one status at a time; import each region as a machine of its own");
    }

    static IllegalArgumentException unusable(RuntimeException thrown) {
        return new IllegalArgumentException(
                "Spring Statemachine makes no machine of this definition, so that there is none to import: "
                        + thrown.getMessage(),
                thrown);
    }
}
