package dev.orderly.jdbc;

import dev.orderly.order.Customer;
import dev.orderly.order.Line;
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
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
        lines.forEach(line -> what.add(json(line)));
        return json;
    }

    /** An amount and its currency apart, so that reports can sum up the amounts. */
    private static ObjectNode json(Line line) {
        ObjectNode json = Json.object();
        json.put("id", line.id());
        json.put("sku", line.sku());
        json.put("title", line.title());
        json.put("quantity", line.quantity());
        Money price = line.price();
        if (price != null) {
            json.put("price", price.amount().toPlainString());
            json.put("currency", price.currency().getCurrencyCode());
        }
        if (line.availableFrom() != null) {
            json.put("availableFrom", line.availableFrom().toString());
        }
        Json.put(json, "imageUrl", line.imageUrl());
        Json.put(json, "productUrl", line.productUrl());
        return json;
    }

    private static Line line(JsonNode json) {
        String price = Json.textOf(json, "price");
        String from = Json.textOf(json, "availableFrom");
        return Line.of(
                        Json.requiredText(json, "sku"),
                        Json.requiredText(json, "title"),
                        json.required("quantity").intValue())
                .withId(Json.requiredText(json, "id"))
                .withPrice(
                        price == null
                                ? null
                                : new Money(
                                        new BigDecimal(price),
                                        Currency.getInstance(Json.requiredText(json, "currency"))))
                .withAvailableFrom(from == null ? null : LocalDate.parse(from))
                .withImageUrl(Json.textOf(json, "imageUrl"))
                .withProductUrl(Json.textOf(json, "productUrl"));
    }

    static PlacementJson of(JsonNode json) {
        JsonNode who = json.required("customer");
        List<Line> lines = new ArrayList<>();
        json.required("lines").forEach(item -> lines.add(line(item)));
        Customer customer = Customer.UNKNOWN
                .withEmail(Json.textOf(who, "email"))
                .withName(Json.textOf(who, "name"))
                .withLanguage(Json.textOf(who, "language"));
        return new PlacementJson(customer, lines);
    }
}
