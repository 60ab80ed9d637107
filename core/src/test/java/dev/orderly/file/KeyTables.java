package dev.orderly.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The keys of a workflow file as tables in Markdown, made from the JSON Schema. */
final class KeyTables {

    /** What the whole file is called among the tables. */
    static final String FILE = "the file";

    private static final String NOT_PLAIN = ".*[,\\[\\]{}#&*!|>'\"%@`].*|.*: .*|.*:|[-?:].*|\\d.*:.*|";

    private final JsonNode schema;

    KeyTables(String schema) {
        this.schema = new ObjectMapper().readTree(schema);
    }

    /** The names of everything that has keys of its own. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(Set.of(FILE));
        schema.get("$defs").propertyNames().stream()
                .filter(name -> !keys(name).isMissingNode())
                .forEach(names::add);
        return names;
    }

    /** One of them as a table: what each key is and, where any has one, its default and an example. */
    String table(String name) {
        JsonNode owner = keys(name);
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<String, JsonNode> key : owner.get("properties").properties()) {
            rows.add(row(key.getKey(), key.getValue(), isRequired(owner, key.getKey())));
        }
        boolean defaults = rows.stream().anyMatch(row -> !row.standard.isEmpty());
        boolean examples = rows.stream().anyMatch(row -> !row.example.isEmpty());
        StringBuilder table = new StringBuilder("| key | what |" + (defaults ? " default |" : "")
                + (examples ? " such as |" : "") + "\n|---|---|" + (defaults ? "---|" : "") + (examples ? "---|" : "")
                + "\n");
        for (Row row : rows) {
            table.append("| `").append(row.key).append("` | ").append(row.what).append(" |");
            table.append(defaults ? cell(row.standard) : "").append(examples ? cell(row.example) : "");
            table.append('\n');
        }
        return table.toString();
    }

    private static String cell(String content) {
        return content.isEmpty() ? " |" : " `" + content + "` |";
    }

    private record Row(String key, String what, String standard, String example) {}

    private Row row(String key, JsonNode property, boolean required) {
        String what = property.path("description").asString("");
        if (what.isEmpty()) {
            throw new IllegalStateException("the schema does not describe the key \"" + key + "\"");
        }
        JsonNode standard = property.path("default");
        boolean usual = standard.isMissingNode() || (standard.isBoolean() && !standard.asBoolean());
        JsonNode example = example(property);
        return new Row(
                key,
                what + (required ? " Required." : ""),
                usual ? "" : yaml(standard),
                example.isMissingNode() ? "" : yaml(example));
    }

    private JsonNode example(JsonNode node) {
        JsonNode own = node.path("examples").path(0);
        String reference = node.path("$ref").asString("");
        return own.isMissingNode() && !reference.isEmpty() ? example(schema.at(reference.substring(1))) : own;
    }

    private static boolean isRequired(JsonNode owner, String key) {
        return owner.path("required").values().stream()
                .anyMatch(name -> name.asString().equals(key));
    }

    /** Where the keys of something are: at the definition, or at that of its alternatives that has some. */
    private JsonNode keys(String name) {
        JsonNode definition = name.equals(FILE) ? schema : schema.get("$defs").path(name);
        if (definition.has("properties")) {
            return definition;
        }
        return definition.path("oneOf").values().stream()
                .filter(alternative -> alternative.has("properties"))
                .findFirst()
                .orElse(definition.path("properties"));
    }

    /** A value as YAML in one line. */
    private static String yaml(JsonNode value) {
        if (value.isArray()) {
            return value.values().stream().map(KeyTables::yaml).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .map(entry -> entry.getKey() + ": " + yaml(entry.getValue()))
                    .collect(Collectors.joining(", ", "{ ", " }"));
        }
        String text = value.asString();
        return value.isString() && text.matches(NOT_PLAIN) ? "\"" + text + "\"" : text;
    }
}
