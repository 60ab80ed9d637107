package dev.orderly.http.api;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The JSON schemas of the API's records. */
final class SchemaWriter {

    private final Map<String, Object> all = new TreeMap<>();

    Map<String, Object> all() {
        return all;
    }

    /** A schema, or the reference to one. */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType().equals(List.class)
                    ? OpenApiParts.map("type", "array", "items", of(generic.getActualTypeArguments()[0]))
                    : values();
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isRecord()) {
            return record(raw);
        }
        if (raw == Map.class) {
            Map<String, Object> file = values();
            file.put("description", "A workflow file as JSON.");
            return file;
        }
        return scalar(raw);
    }

    private static Map<String, Object> values() {
        return OpenApiParts.map("type", "object", "additionalProperties", true);
    }

    private static Map<String, Object> scalar(Class<?> type) {
        if (type == int.class || type == Integer.class) {
            return OpenApiParts.map("type", "integer", "format", "int32");
        }
        if (type == long.class) {
            return OpenApiParts.map("type", "integer", "format", "int64");
        }
        if (type == boolean.class || type == Boolean.class) {
            return OpenApiParts.map("type", "boolean");
        }
        if (type == BigDecimal.class) {
            return OpenApiParts.map("type", "number");
        }
        if (type == Instant.class) {
            return OpenApiParts.map("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return OpenApiParts.map("type", "string", "format", "date");
        }
        if (type == String.class) {
            return OpenApiParts.map("type", "string");
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private Map<String, Object> record(Class<?> type) {
        String name = name(type);
        if (!all.containsKey(name)) {
            all.put(name, Map.of()); // so that a record within itself comes to an end
            Map<String, String> meanings = JavadocReader.components(type);
            Map<String, Object> properties = new LinkedHashMap<>();
            List<String> required = new ArrayList<>();
            for (RecordComponent component : type.getRecordComponents()) {
                Map<String, Object> schema = new LinkedHashMap<>();
                String meaning = Objects.requireNonNull(
                        meanings.get(component.getName()), () -> type + " does not say what " + component + " is");
                schema.putAll(of(component.getGenericType()));
                schema.put("description", meaning);
                properties.put(component.getName(), schema);
                if (!isNullable(component.getAnnotatedType())) {
                    required.add(component.getName());
                }
            }
            Map<String, Object> schema = OpenApiParts.map("type", "object", "description", JavadocReader.of(type));
            if (!required.isEmpty()) {
                schema.put("required", required);
            }
            schema.put("properties", properties);
            if (name.matches("New.*|Search|Mute|LookupRequest")) {
                // not additionalProperties, of which openapi-generator makes a map that forgets the properties
                schema.put("unevaluatedProperties", false);
            }
            all.put(name, schema);
        }
        return OpenApiParts.map("$ref", "#/components/schemas/" + name);
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The name of a record, which is that of the class in a generated client. */
    private static String name(Class<?> type) {
        return type.getSimpleName().replaceAll("(?<=.)Body$", "");
    }
}
