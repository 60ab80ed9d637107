package dev.orderly.workflow;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an order has ended that is in a done status. */
public enum Outcome {
    /** What was ordered is with the customer, or what else the order was for has come about. */
    SUCCESS,
    /** It has not, and will not: the order was cancelled, refused, lost, or its money went back. */
    FAILURE;

    /** The word that stands for it in a workflow file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The outcome that a word stands for. */
    public static Optional<Outcome> named(String code) {
        return Stream.of(values())
                .filter(outcome -> outcome.code().equals(code))
                .findFirst();
    }
}
