package dev.orderly.decision;

import dev.orderly.order.Line;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.PlainText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the lines of an order must be, each and together. */
final class LineRules {

    private LineRules() {}

    /** What speaks against the lines of a new order, as a phrase that says which line; null if nothing does. */
    static @Nullable String problem(List<Line> lines) {
        if (lines.size() > RequestLimits.MAX_LINES) {
            return lines.size() + " lines are too many: the limit is " + RequestLimits.MAX_LINES;
        }
        long length = lines.stream().mapToLong(LineRules::length).sum();
        if (length > RequestLimits.MAX_LENGTH_OF_LINES) {
            return "the texts of all lines have " + length + " characters together: the limit is "
                    + RequestLimits.MAX_LENGTH_OF_LINES;
        }
        for (int i = 0; i < lines.size(); i++) {
            String problem = ofOne(lines.get(i));
            problem = problem == null ? againstFirst(lines.get(i), lines.get(0)) : problem;
            if (problem != null) {
                return "line " + (i + 1) + ": " + problem;
            }
        }
        return lines.stream().allMatch(line -> line.id().isEmpty()) ? null : twice(lines);
    }

    private static @Nullable String twice(List<Line> lines) {
        Map<String, Integer> places = new HashMap<>();
        for (int place = 1; place <= lines.size(); place++) {
            String own = lines.get(place - 1).id();
            String id = own.isEmpty() ? Integer.toString(place) : own;
            Integer before = places.put(id, place);
            if (before != null) {
                return "line " + place + ": the id \"" + id + "\" is that of line " + before
                        + ": give each line its own, or none, for a line without an id has its position for one";
            }
        }
        return null;
    }

    private static int length(Line line) {
        return line.id().length()
                + line.sku().length()
                + line.title().length()
                + length(line.imageUrl())
                + length(line.productUrl());
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }

    private static @Nullable String ofOne(Line line) {
        LocalDate day = line.availableFrom();
        if (day != null && (day.isBefore(FieldType.FIRST_DAY) || day.isAfter(FieldType.LAST_DAY))) {
            return day + " is not in the years 1 to 9999";
        }
        String problem = line.id().isEmpty() || !line.id().isBlank() ? null : "a blank text is no id";
        problem = problem == null ? text(line.id(), RequestLimits.MAX_LINE_ID_LENGTH) : problem;
        problem = problem == null ? text(line.sku(), RequestLimits.MAX_SKU_LENGTH) : problem;
        problem = problem == null ? text(line.title(), RequestLimits.MAX_TITLE_LENGTH) : problem;
        problem = problem == null ? address(line.imageUrl()) : problem;
        return problem == null ? address(line.productUrl()) : problem;
    }

    private static @Nullable String text(String text, int maxLength) {
        return PlainText.problem(text, maxLength).orElse(null);
    }

    /** An order is paid in one currency, and its total means all of it. */
    private static @Nullable String againstFirst(Line line, Line first) {
        Money price = line.price();
        Money known = first.price();
        if (price == null || known == null) {
            return (price == null) == (known == null)
                    ? null
                    : "it has " + (price == null ? "no" : "a") + " price, but line 1 has "
                            + (known == null ? "none" : "one") + ": give every line a price, or none";
        }
        return price.currency().equals(known.currency())
                ? null
                : "its price is in " + price.currency() + ", but that of line 1 in " + known.currency()
                        + ": an order has one currency";
    }

    private static @Nullable String address(@Nullable String url) {
        if (url == null) {
            return null;
        }
        String problem = text(url, RequestLimits.MAX_URL_LENGTH);
        if (problem != null) {
            return problem;
        }
        try {
            URI uri = new URI(url);
            if (uri.getHost() == null) {
                return "the address " + url + " names no host";
            }
            return uri.getRawUserInfo() == null ? null : "the address " + url + " must not name a user";
        } catch (URISyntaxException e) {
            return "\"" + url + "\" is no web address: " + e.getReason() + " at place " + (e.getIndex() + 1);
        }
    }
}
