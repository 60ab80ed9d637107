package dev.orderly.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Picks values that stand for all others, as far as comparisons with constants distinguish them. */
final class RepresentativeValues {

    /** A text that none from outside can equal. */
    private static final String OTHER_TEXT = "\u0000other";

    private RepresentativeValues() {}

    /** Each value itself. */
    static Map<Object, String> all(Collection<?> values) {
        Map<Object, String> shown = new LinkedHashMap<>();
        values.forEach(value -> shown.put(value, value.toString()));
        return shown;
    }

    static Map<Object, String> texts(Collection<?> constants) {
        Map<Object, String> values = all(sorted(constants, String.class));
        values.put(OTHER_TEXT, "anything else");
        return values;
    }

    static Map<Object, String> numbers(Field field, Collection<?> constants) {
        NavigableSet<BigDecimal> known = sorted(withBounds(field, constants), BigDecimal.class);
        return within(field, spread(known, BigDecimal.ZERO));
    }

    static Map<Object, String> dates(Field field, Collection<?> constants) {
        return within(
                field,
                spread(
                        sorted(withBounds(field, constants), LocalDate.class),
                        LocalDate.EPOCH,
                        d -> d.equals(FieldType.FIRST_DAY) ? d : d.minusDays(1),
                        d -> d.equals(FieldType.LAST_DAY) ? d : d.plusDays(1),
                        (a, b) -> a.plusDays((b.toEpochDay() - a.toEpochDay()) / 2)));
    }

    /** The constants and the field's bounds; the day of the request is none, for it can be any. */
    private static Collection<Object> withBounds(Field field, Collection<?> constants) {
        List<Object> all = new ArrayList<>(constants);
        for (FieldBound bound : bounds(field)) {
            if (bound.value() != null) {
                all.add(bound.value());
            }
        }
        return all;
    }

    private static List<FieldBound> bounds(Field field) {
        return Stream.of(field.min(), field.max())
                .filter(bound -> bound != null && bound.type() == field.type())
                .toList();
    }

    private static Map<Object, String> within(Field field, List<?> values) {
        Map<Object, String> allowed = new LinkedHashMap<>();
        for (Object value : values) {
            if (field.isWithin(value)) {
                allowed.put(value, field.type().text(value));
            }
        }
        return allowed;
    }

    /** Values of an ordered type without bounds; {@code otherwise} where there are no constants. */
    static <T extends Comparable<? super T>> Map<Object, String> ordered(
            Collection<?> constants,
            Class<T> type,
            T otherwise,
            UnaryOperator<T> below,
            UnaryOperator<T> above,
            BinaryOperator<T> between) {
        return all(spread(sorted(constants, type), otherwise, below, above, between));
    }

    static Map<Object, String> amounts(Field field, Collection<?> constants) {
        Map<String, NavigableSet<BigDecimal>> byCurrency = new TreeMap<>();
        for (Object constant : withBounds(field, constants)) {
            Money money = (Money) constant;
            byCurrency
                    .computeIfAbsent(money.currency().getCurrencyCode(), c -> new TreeSet<>())
                    .add(money.amount());
        }
        List<Money> amounts = new ArrayList<>();
        byCurrency.forEach((code, known) -> {
            Currency currency = Currency.getInstance(code);
            for (BigDecimal amount : spread(known, BigDecimal.ZERO)) {
                if (amount.scale() <= currency.getDefaultFractionDigits()) { // none lies between one cent and two
                    amounts.add(new Money(amount, currency));
                }
            }
        });
        Map<Object, String> values = within(field, amounts);
        if (bounds(field).isEmpty()) {
            otherCurrency(byCurrency.keySet())
                    .ifPresent(other -> values.put(new Money(BigDecimal.ONE, other), "an amount in another currency"));
        }
        return values;
    }

    private static Optional<Currency> otherCurrency(Set<String> codes) {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .filter(currency -> !codes.contains(currency.getCurrencyCode()))
                .min(Comparator.comparing(Currency::getCurrencyCode));
    }

    private static <T extends Comparable<? super T>> NavigableSet<T> sorted(Collection<?> constants, Class<T> type) {
        NavigableSet<T> sorted = new TreeSet<>();
        constants.forEach(constant -> sorted.add(type.cast(constant)));
        return sorted;
    }

    private static List<BigDecimal> spread(NavigableSet<BigDecimal> constants, BigDecimal otherwise) {
        return spread(
                constants,
                otherwise,
                n -> n.subtract(BigDecimal.ONE),
                n -> n.add(BigDecimal.ONE),
                (a, b) -> a.add(b).divide(BigDecimal.valueOf(2)).stripTrailingZeros());
    }

    /** The constants themselves, then one value below, one between each two, and one above. */
    private static <T> List<T> spread(
            NavigableSet<T> constants,
            T otherwise,
            UnaryOperator<T> below,
            UnaryOperator<T> above,
            BinaryOperator<T> between) {
        if (constants.isEmpty()) {
            return List.of(otherwise);
        }
        List<T> values = new ArrayList<>(constants);
        values.add(below.apply(constants.first()));
        for (T upper : constants.tailSet(constants.first(), false)) {
            T lower = constants.lower(upper);
            if (lower != null) {
                values.add(between.apply(lower, upper));
            }
        }
        values.add(above.apply(constants.last()));
        return values;
    }
}
