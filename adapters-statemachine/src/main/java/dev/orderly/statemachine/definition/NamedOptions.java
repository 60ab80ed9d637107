package dev.orderly.statemachine.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The options that a caller gave for parts of a machine, each by the method of its name. One for a part that does not
 * exist is an error.
 */
final class NamedOptions<K, V> {

    private final String option;
    private final Map<K, V> values = new LinkedHashMap<>();
    private final Set<K> met = new HashSet<>();

    /** Options that the caller gives by a method of this name. */
    NamedOptions(String option) {
        this.option = option;
    }

    void put(K about, V value) {
        values.put(about, value);
    }

    Optional<V> get(K about) {
        met.add(about);
        return Optional.ofNullable(values.get(about));
    }

    V getOr(K about, Supplier<V> otherwise) {
        return get(about).orElseGet(otherwise);
    }

    void requireMet() {
        for (K about : values.keySet()) {
            if (!met.contains(about)) {
                throw new IllegalArgumentException(option + "(…) is about " + about
                        + ", which the state machine does not have or which cannot be carried over; take it away, or"
                        + " correct it");
            }
        }
    }
}
