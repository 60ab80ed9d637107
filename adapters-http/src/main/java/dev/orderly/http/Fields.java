package dev.orderly.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a form: known ones only, each at most once. */
final class Fields {

    private static final String DATA = "data.";

    private final MultivaluedMap<String, String> values;

    private Fields(MultivaluedMap<String, String> values) {
        this.values = values;
    }

    /**
     * Reads a form.
     *
     * @param known the names that it may have
     * @param data whether it may have fields of the order besides, whose names begin with {@code data.}
     * @throws BadRequestException if it has another one, or one twice
     */
    static Fields of(MultivaluedMap<String, String> values, Set<String> known, boolean data) {
        for (Map.Entry<String, List<String>> field : values.entrySet()) {
            if (!known.contains(field.getKey()) && !(data && field.getKey().startsWith(DATA))) {
                throw new BadRequestException("a form field is unknown here");
            }
            if (field.getValue().size() != 1) {
                throw new BadRequestException("a form field is given more than once");
            }
        }
        return new Fields(values);
    }

    /**
     * Reads the query of an address. Parameters of other origin, such as those that a sign-in adds, are ignored.
     *
     * @throws BadRequestException if one of the names is given twice
     */
    static Fields ofQuery(MultivaluedMap<String, String> values, Set<String> known) {
        MultivaluedMap<String, String> ours = new MultivaluedHashMap<>(values);
        ours.keySet().retainAll(known);
        return of(ours, known, false);
    }

    /** A field's value; null if it was not given. */
    @Nullable
    String find(String name) {
        return values.getFirst(name);
    }

    /** A field's value; empty if it was not given. */
    String get(String name) {
        String value = values.getFirst(name);
        return value == null ? "" : value;
    }

    /** The values for fields of the order, without those that were left empty. */
    Map<String, String> data() {
        Map<String, String> data = new TreeMap<>();
        values.forEach((name, all) -> {
            if (name.startsWith(DATA) && !all.get(0).isBlank()) {
                data.put(name.substring(DATA.length()), all.get(0).strip());
            }
        });
        return data;
    }
}
