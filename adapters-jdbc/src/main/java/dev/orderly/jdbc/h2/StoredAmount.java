package dev.orderly.jdbc.h2;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A value of a field as the number by which it is compared with others: a date and a point in time by their digits.
 *
 * @param unit the currency of money, else {@code ''}: what differs in it is not compared
 */
record StoredAmount(String unit, BigDecimal number) {

    private static final Pattern MONEY = Pattern.compile("(\\S+) ([A-Z]{3})");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+([.][0-9]+)?(E-?[0-9]{1,3})?");
    private static final Pattern PUNCTUATION = Pattern.compile("[-:TZ]");

    /** The value that a node such as {@code {"money":"5 EUR"}} is; null for none of the type. */
    static @Nullable StoredAmount of(JsonNode value, String type) {
        JsonNode written = value.path(type);
        if (value.size() != 1 || !written.isString()) {
            return null;
        }
        String text = written.stringValue();
        if (type.equals("money")) {
            Matcher money = MONEY.matcher(text);
            return money.matches() ? of(money.group(2), money.group(1)) : null;
        }
        return of("", type.equals("number") ? text : PUNCTUATION.matcher(text).replaceAll(""));
    }

    private static @Nullable StoredAmount of(String unit, String number) {
        return NUMBER.matcher(number).matches() ? new StoredAmount(unit, new BigDecimal(number)) : null;
    }

    /** The price of all lines; null unless each has one, in one currency. */
    static @Nullable StoredAmount totalOf(JsonNode lines) {
        StoredAmount total = null;
        for (JsonNode line : lines) {
            StoredAmount price =
                    of(line.path("currency").asString(""), line.path("price").asString(""));
            if (price == null || (total != null && !total.unit.equals(price.unit))) {
                return null;
            }
            BigDecimal all = price.number.multiply(
                    BigDecimal.valueOf(line.path("quantity").asLong(0)));
            total = new StoredAmount(price.unit, total == null ? all : total.number.add(all));
        }
        return total;
    }
}
