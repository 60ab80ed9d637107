package dev.orderly.workflow;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields by the field's name: immutable, sorted by name, without nulls. A value is a {@link String}, a
 * {@link java.math.BigDecimal}, a {@link Boolean}, a {@link java.time.LocalDate}, an {@link java.time.Instant} or a
 * {@link Money} once a workflow has accepted it; before that, any text that can be read as one.
 */
public final class Data {

    /** No values. */
    public static final Data EMPTY = new Data(Collections.emptyMap());

    private final Map<String, Object> values;

    private Data(Map<String, Object> values) {
        this.values = values;
    }

    /** The values of a map, copied. */
    public static Data of(Map<String, ?> values) {
        return values.isEmpty() ? EMPTY : new Data(Collections.unmodifiableMap(new TreeMap<>(values)));
    }

    /** One value; {@link #with} adds others. */
    public static Data of(String field, Object value) {
        return EMPTY.with(field, value);
    }

    /** These values and one more, which replaces one of the same name. */
    public Data with(String field, Object value) {
        Map<String, Object> more = new TreeMap<>(values);
        more.put(field, value);
        return new Data(Collections.unmodifiableMap(more));
    }

    /** These values and those others, which replace those of the same name. */
    public Data with(Data others) {
        if (others.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return others;
        }
        Map<String, Object> more = new TreeMap<>(values);
        more.putAll(others.values);
        return new Data(Collections.unmodifiableMap(more));
    }

    /** These values but for one. */
    public Data without(String field) {
        Map<String, Object> fewer = new TreeMap<>(values);
        fewer.remove(field);
        return of(fewer);
    }

    /** The value of a field. */
    public Optional<Object> find(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The value of a field, or null where it has none. */
    public @Nullable Object get(String field) {
        return values.get(field);
    }

    /** Tells whether a field has a value. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** Tells whether there is no value at all. */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    /** The values as an unmodifiable map, sorted by field name. */
    public Map<String, Object> asMap() {
        return values;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Data data && values.equals(data.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
