package dev.orderly.http.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the errors of a body, so that all of them are reported together. Not thread-safe. */
final class BodyValidation {

    private final List<Problem.FieldError> errors = new ArrayList<>();

    private BodyValidation() {}

    static BodyValidation none() {
        return new BodyValidation();
    }

    /** Requires a value. */
    BodyValidation require(String pointer, @Nullable Object value) {
        return require(pointer, value != null, "this is missing");
    }

    /** Requires that a condition holds. */
    BodyValidation require(String pointer, boolean holds, String otherwise) {
        if (!holds) {
            errors.add(new Problem.FieldError(pointer, otherwise));
        }
        return this;
    }

    /** What a value means; null where it means nothing, which is then an error. */
    <T, R> @Nullable R read(String pointer, T value, Function<T, R> meaning) {
        try {
            return meaning.apply(value);
        } catch (IllegalArgumentException e) {
            require(pointer, false, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /**
     * Ends the collection.
     *
     * @throws ProblemException if there are errors
     */
    void check() {
        if (!errors.isEmpty()) {
            throw ProblemType.INVALID_DATA.at(errors.toArray(new Problem.FieldError[0]));
        }
    }
}
