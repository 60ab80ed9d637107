package dev.orderly.http.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with a body, so that it is told at once. Not thread-safe. */
final class BodyValidation {

    private final List<Problem.FieldError> places = new ArrayList<>();

    private BodyValidation() {}

    static BodyValidation none() {
        return new BodyValidation();
    }

    /** Demands a value that is there. */
    BodyValidation require(String pointer, @Nullable Object value) {
        return require(pointer, value != null, "this is missing");
    }

    /** Demands that something holds. */
    BodyValidation require(String pointer, boolean holds, String otherwise) {
        if (!holds) {
            places.add(new Problem.FieldError(pointer, otherwise));
        }
        return this;
    }

    /**
     * Ends the collection.
     *
     * @throws ProblemException if anything is wrong
     */
    void check() {
        if (!places.isEmpty()) {
            throw ProblemType.INVALID_DATA.at(places.toArray(new Problem.FieldError[0]));
        }
    }
}
