package dev.orderly.jdbc;

import dev.orderly.order.Redaction;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The salts and digests of an entry some of whose parts were erased, as JSON. */
final class RedactionJson {

    private RedactionJson() {}

    static @Nullable String of(Redaction redaction) {
        if (redaction.erased().isEmpty()) {
            return null;
        }
        ObjectNode json = Json.object();
        json.set("salts", Json.values(redaction.salts()));
        json.set("erased", Json.values(redaction.erased()));
        return Json.text(json);
    }

    /** The redaction of an entry. A row without a salt, which only a person can have written, is read too: its hash will not fit. */
    static Redaction read(@Nullable String salt, @Nullable String text) {
        if (text == null) {
            return Redaction.of(salt == null ? "" : salt);
        }
        JsonNode json = Json.tree(text);
        return new Redaction(salt, texts(json.required("salts")), texts(json.required("erased")));
    }

    private static SortedMap<String, String> texts(JsonNode json) {
        SortedMap<String, String> texts = new TreeMap<>();
        json.properties().forEach(e -> texts.put(e.getKey(), e.getValue().stringValue()));
        return texts;
    }
}
