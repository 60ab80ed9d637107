package dev.orderly.jdbc;

import dev.orderly.order.Redaction;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of the parts of an entry once some of them were erased, as JSON. */
final class RedactionJson {

    private RedactionJson() {}

    static @Nullable String of(Redaction seal) {
        if (seal.erased().isEmpty()) {
            return null;
        }
        ObjectNode json = Json.object();
        json.set("salts", Json.values(seal.salts()));
        json.set("erased", Json.values(seal.erased()));
        return Json.text(json);
    }

    /** The seal of an entry; one that somebody wrote by hand without a salt is read as well, for its hash will not fit. */
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
