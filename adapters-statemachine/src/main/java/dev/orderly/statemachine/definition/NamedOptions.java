package dev.orderly.statemachine.definition;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What a caller said about parts of a machine; what is said about a part that is not there, is a mistake. */
final class NamedOptions<K, V> {

    private final String option;
    private final Map<K, V> wishes = new LinkedHashMap<>();
    private final Set<K> met = new HashSet<>();

    /** Wishes that are said by an option of this name. */
    NamedOptions(String option) {
        this.option = option;
    }

    void put(K about, V wish) {
        wishes.put(about, wish);
    }

    Optional<V> get(K about) {
        met.add(about);
        return Optional.ofNullable(wishes.get(about));
    }

    V getOr(K about, Supplier<V> otherwise) {
        return get(about).orElseGet(otherwise);
    }

    void requireMet() {
        for (K about : wishes.keySet()) {
            if (!met.contains(about)) {
                throw new IllegalArgumentException(option + "(…) is about " + about
                        + ", which the state machine does not have or which cannot be carried over; take it away, or"
                        + " correct it");
            }
        }
    }
}
