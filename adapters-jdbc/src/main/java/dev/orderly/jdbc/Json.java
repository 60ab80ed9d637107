package dev.orderly.jdbc;

import dev.orderly.workflow.Data;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values as JSON that gives back the same values. Texts, booleans and lists are JSON's own; what JSON has no type for is
 * an object that names it, such as {@code {"date":"2026-05-31"}}.
 */
final class Json {

    /** Of two members with one name, databases read one and this library another: neither is taken. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    private static final ObjectWriter ASCII = MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Json() {}

    static ObjectNode object() {
        return NODES.objectNode();
    }

    /** The text of a tree. One with half of a surrogate pair, which UTF-8 cannot hold, is escaped to ASCII. */
    static String text(JsonNode tree) {
        String text = MAPPER.writeValueAsString(tree);
        return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text : ASCII.writeValueAsString(tree);
    }

    static JsonNode tree(String text) {
        return MAPPER.readTree(text);
    }

    static void put(ObjectNode object, String name, @Nullable String text) {
        if (text != null) {
            object.put(name, text);
        }
    }

    static @Nullable String textOf(JsonNode object, String name) {
        JsonNode value = object.get(name);
        return value == null ? null : value.stringValue();
    }

    static String requiredText(JsonNode object, String name) {
        return object.required(name).stringValue();
    }

    /** A time as its microseconds, or spelled out where it is finer than that. */
    static JsonNode time(Instant time) {
        return EpochMicros.isExact(time)
                ? NODES.numberNode(EpochMicros.floor(time))
                : NODES.stringNode(time.toString());
    }

    static Instant instant(JsonNode time) {
        return time.isString() ? Instant.parse(time.stringValue()) : EpochMicros.instant(time.longValue());
    }

    static JsonNode data(Data data) {
        return values(data.asMap());
    }

    static Data data(@Nullable JsonNode object) {
        return object == null ? Data.EMPTY : Data.of(values(object));
    }

    static ObjectNode values(Map<String, ?> values) {
        ObjectNode object = object();
        values.forEach((name, value) -> object.set(name, value(value)));
        return object;
    }

    static Map<String, Object> values(JsonNode object) {
        Map<String, Object> values = new TreeMap<>();
        object.properties().forEach(e -> values.put(e.getKey(), value(e.getValue())));
        return values;
    }

    private static JsonNode value(Object value) {
        if (value instanceof String text) {
            return NODES.stringNode(text);
        } else if (value instanceof Boolean truth) {
            return NODES.booleanNode(truth);
        } else if (value instanceof List<?> list) {
            return NODES.arrayNode().addAll(list.stream().map(Json::value).toList());
        } else if (value instanceof Integer) {
            return typed("int", value);
        } else if (value instanceof Long) {
            return typed("long", value);
        }
        FieldType type = FieldType.ofValue(value);
        if (type == null) {
            throw new IllegalArgumentException("a value of the type "
                    + value.getClass().getName() + " cannot be kept: this version could not read it again");
        }
        return typed(type.code(), type.text(value));
    }

    private static ObjectNode typed(String type, Object value) {
        return object().put(type, value.toString());
    }

    private static Object value(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        } else if (node.isBoolean()) {
            return node.booleanValue();
        } else if (node.isArray()) {
            List<Object> list = new ArrayList<>();
            node.forEach(item -> list.add(value(item)));
            return list;
        }
        Map.Entry<String, JsonNode> typed = node.properties().iterator().next();
        String text = typed.getValue().stringValue();
        return switch (typed.getKey()) {
            case "number" -> new BigDecimal(text);
            case "int" -> Integer.valueOf(text);
            case "long" -> Long.valueOf(text);
            case "date" -> LocalDate.parse(text);
            case "instant" -> Instant.parse(text);
            case "money" -> Money.parse(text);
            default ->
                FieldType.named(typed.getKey())
                        .map(type -> type.canonical(text))
                        .orElseThrow(() -> new IllegalStateException("the database holds a value of type \""
                                + typed.getKey() + "\", which this version does not know"));
        };
    }
}
