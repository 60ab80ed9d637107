package dev.orderly.testkit.jqwik;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Keeps what was made last: while the steps of a scenario are shortened, its workflow stays the same, and to check it
 * anew for each try would take most of the time. Thread-safe.
 */
final class LruCache<K, V> {

    private static final int MOST = 20;

    private final Function<K, V> maker;
    private final Map<K, V> made = new LinkedHashMap<>();

    LruCache(Function<K, V> maker) {
        this.maker = maker;
    }

    synchronized V of(K key) {
        V known = made.remove(key);
        V value = known == null ? maker.apply(key) : known;
        made.put(key, value);
        if (made.size() > MOST) {
            made.remove(made.keySet().iterator().next());
        }
        return value;
    }
}
