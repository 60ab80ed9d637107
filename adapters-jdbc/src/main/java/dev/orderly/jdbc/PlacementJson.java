package dev.orderly.jdbc;

import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is settled when an order is placed, as JSON: who ordered, and what. */
record PlacementJson(Customer customer, List<Line> lines) {

    ObjectNode json() {
        ObjectNode json = Json.object();
        ObjectNode who = json.putObject("customer");
        Json.put(who, "email", customer.email());
        Json.put(who, "name", customer.name());
        Json.put(who, "language", customer.language());
        ArrayNode what = json.putArray("lines");
        for (Line line : lines) {
            ObjectNode item = what.addObject();
            item.put("sku", line.sku());
            item.put("title", line.title());
            item.put("quantity", line.quantity());
            if (line.availableFrom() != null) {
                item.put("availableFrom", line.availableFrom().toString());
            }
        }
        return json;
    }

    static PlacementJson of(JsonNode json) {
        JsonNode who = json.required("customer");
        List<Line> lines = new ArrayList<>();
        for (JsonNode item : json.required("lines")) {
            String from = Json.textOf(item, "availableFrom");
            lines.add(Line.of(
                            Json.requiredText(item, "sku"),
                            Json.requiredText(item, "title"),
                            item.required("quantity").intValue())
                    .withAvailableFrom(from == null ? null : LocalDate.parse(from)));
        }
        Customer customer = Customer.UNKNOWN
                .withEmail(Json.textOf(who, "email"))
                .withName(Json.textOf(who, "name"))
                .withLanguage(Json.textOf(who, "language"));
        return new PlacementJson(customer, lines);
    }
}
