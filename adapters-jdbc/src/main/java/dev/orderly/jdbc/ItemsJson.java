package dev.orderly.jdbc;

import dev.orderly.workflow.ItemCounts;
import dev.orderly.workflow.MovedItems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where units are, and which moved, as JSON; lines stand in lists, so that they keep their order. */
final class ItemsJson {

    private ItemsJson() {}

    static void write(ArrayNode target, ItemCounts counts) {
        for (String line : counts.lines()) {
            ObjectNode item = target.addObject();
            item.put("line", line);
            counts.of(line).forEach(item.putObject("units")::put);
        }
    }

    static ItemCounts counts(JsonNode json) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        for (JsonNode item : json) {
            Map<String, Integer> units = new HashMap<>();
            item.required("units")
                    .properties()
                    .forEach(unit -> units.put(unit.getKey(), unit.getValue().intValue()));
            counts.put(Json.requiredText(item, "line"), units);
        }
        return ItemCounts.of(counts);
    }

    static void write(ArrayNode target, List<MovedItems> moves) {
        for (MovedItems moved : moves) {
            ObjectNode item = target.addObject();
            item.put("line", moved.line());
            item.put("from", moved.from());
            item.put("to", moved.to());
            item.put("quantity", moved.quantity());
        }
    }

    static List<MovedItems> moves(JsonNode json) {
        List<MovedItems> moves = new ArrayList<>();
        for (JsonNode item : json) {
            moves.add(new MovedItems(
                    Json.requiredText(item, "line"),
                    Json.requiredText(item, "from"),
                    Json.requiredText(item, "to"),
                    item.required("quantity").intValue()));
        }
        return moves;
    }

    static void write(ArrayNode target, Map<String, Integer> contents) {
        contents.forEach(
                (line, quantity) -> target.addObject().put("line", line).put("quantity", quantity));
    }

    static Map<String, Integer> contents(JsonNode json) {
        Map<String, Integer> contents = new LinkedHashMap<>();
        for (JsonNode item : json) {
            contents.put(
                    Json.requiredText(item, "line"), item.required("quantity").intValue());
        }
        return contents;
    }
}
