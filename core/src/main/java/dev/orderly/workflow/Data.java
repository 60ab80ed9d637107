package dev.orderly.workflow;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values of fields by the field's name: immutable, sorted by name, without nulls. A value has the Java type that
 * {@link FieldType} gives to its field's type once a workflow has accepted it; before that, any text that can be read as
 * one.
 */
public final class Data {

    /** No values. */
    public static final Data EMPTY = new Data(new String[0], new Object[0]);

    /** Sorted; an order has a handful of fields, for which arrays are smaller and quicker than a tree. */
    private final String[] names;

    private final Object[] values;

    private Data(String[] names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    /** The values of a map, copied. */
    public static Data of(Map<String, ?> values) {
        if (values.isEmpty()) {
            return EMPTY;
        }
        TreeMap<String, Object> sorted = new TreeMap<>(values);
        sorted.values().forEach(Objects::requireNonNull);
        return new Data(sorted.keySet().toArray(new String[0]), sorted.values().toArray());
    }

    /** One value; {@link #with} adds others. */
    public static Data of(String field, Object value) {
        return EMPTY.with(field, value);
    }

    /** These values and one more, which replaces one of the same name. */
    public Data with(String field, Object value) {
        Objects.requireNonNull(value);
        int place = Arrays.binarySearch(names, field);
        if (place >= 0) {
            Object[] changed = values.clone();
            changed[place] = value;
            return new Data(names, changed);
        }
        int gap = -place - 1;
        return new Data(
                inserted(names, gap, field, new String[names.length + 1]),
                inserted(values, gap, value, new Object[names.length + 1]));
    }

    private static <T> T[] inserted(T[] before, int place, T element, T[] after) {
        System.arraycopy(before, 0, after, 0, place);
        after[place] = element;
        System.arraycopy(before, place, after, place + 1, before.length - place);
        return after;
    }

    /** These values and those others, which replace those of the same name. */
    public Data with(Data others) {
        if (isEmpty()) {
            return others;
        }
        Data all = this;
        for (int i = 0; i < others.names.length; i++) {
            all = all.with(others.names[i], others.values[i]);
        }
        return all;
    }

    /** These values but for one. */
    public Data without(String field) {
        Map<String, Object> fewer = new TreeMap<>(asMap());
        fewer.remove(field);
        return of(fewer);
    }

    /** The value of a field. */
    public Optional<Object> find(String field) {
        return Optional.ofNullable(get(field));
    }

    /** The value of a field, or null where it has none. */
    public @Nullable Object get(String field) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(field)) {
                return values[i];
            }
        }
        return null;
    }

    /** Whether a field has a value. */
    public boolean has(String field) {
        return get(field) != null;
    }

    /** Whether there is no value at all. */
    public boolean isEmpty() {
        return names.length == 0;
    }

    /** The values as an unmodifiable map, sorted by field name. */
    public Map<String, Object> asMap() {
        return isEmpty() ? Map.of() : new View();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Data data && Arrays.equals(names, data.names) && Arrays.equals(values, data.values);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return asMap().toString();
    }

    private final class View extends AbstractMap<String, Object> {

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return new Entries();
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return name instanceof String field && has(field);
        }

        @Override
        public @Nullable Object get(@Nullable Object name) {
            return name instanceof String field ? Data.this.get(field) : null;
        }
    }

    private final class Entries extends AbstractSet<Map.Entry<String, Object>> {

        @Override
        public int size() {
            return names.length;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    return next < names.length;
                }

                @Override
                public Map.Entry<String, Object> next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException();
                    }
                    return Map.entry(names[next], values[next++]);
                }
            };
        }
    }
}
