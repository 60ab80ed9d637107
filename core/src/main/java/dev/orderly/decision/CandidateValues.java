package dev.orderly.decision;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values of a field among which there is one that is taken, if any is: those at which a comparison changes its answer,
 * and their neighbours on either side, the least first.
 */
final class CandidateValues {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private CandidateValues() {}

    /**
     * The values.
     *
     * @param known the values that the transition looks at; the time of the request is put to them
     * @param adds whether it adds, so that differences of those count as well
     * @param attempt says on which day the request is made
     */
    static List<Object> of(Field field, Collection<Object> known, boolean adds, Attempt attempt) {
        List<Object> values = new ArrayList<>();
        switch (field.type()) {
            case NUMBER -> values.addAll(around(withDifferences(numbers(known), adds), BigDecimal.ONE, true));
            case MONEY -> amounts(known, adds, values);
            case DATE -> {
                known.add(attempt.calendar().dateOf(attempt.at()));
                dates(known, values);
            }
            case INSTANT -> {
                known.add(attempt.at());
                instants(known, values);
            }
            case CHOICE -> values.addAll(field.choices());
            case YES_NO -> values.addAll(List.of(false, true));
            case TEXT -> {
                values.addAll(known);
                values.add("?"); // another text than those that conditions name
            }
        }
        return values.stream().filter(value -> isTaken(field, value, attempt)).toList();
    }

    private static boolean isTaken(Field field, Object value, Attempt attempt) {
        try {
            return FieldType.ofValue(field.canonical(value, attempt.at(), attempt.calendar())) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static NavigableSet<BigDecimal> numbers(Collection<Object> known) {
        NavigableSet<BigDecimal> numbers = new TreeSet<>();
        known.stream().filter(BigDecimal.class::isInstance).forEach(value -> numbers.add((BigDecimal) value));
        return numbers;
    }

    private static NavigableSet<BigDecimal> withDifferences(NavigableSet<BigDecimal> known, boolean adds) {
        NavigableSet<BigDecimal> all = new TreeSet<>(known);
        all.add(BigDecimal.ZERO);
        if (adds) {
            known.forEach(one -> known.forEach(other -> all.add(one.subtract(other))));
        }
        return all;
    }

    private static NavigableSet<BigDecimal> around(
            NavigableSet<BigDecimal> known, BigDecimal unit, boolean hasBetween) {
        NavigableSet<BigDecimal> all = new TreeSet<>();
        for (BigDecimal value : known) {
            all.addAll(List.of(value.subtract(unit), value, value.add(unit)));
            BigDecimal next = known.higher(value);
            if (hasBetween && next != null) {
                all.add(value.add(next).divide(TWO));
            }
        }
        return all;
    }

    /** A cent below and above each; in every currency that is there. */
    private static void amounts(Collection<Object> known, boolean adds, List<Object> values) {
        Set<Currency> currencies = new LinkedHashSet<>();
        List<Money> amounts = known.stream()
                .filter(Money.class::isInstance)
                .map(Money.class::cast)
                .toList();
        amounts.forEach(amount -> currencies.add(amount.currency()));
        if (currencies.isEmpty()) {
            currencies.add(Currency.getInstance("EUR")); // nothing is compared with, so that any would do
        }
        for (Currency currency : currencies) {
            NavigableSet<BigDecimal> numbers = new TreeSet<>();
            amounts.stream().filter(a -> a.currency().equals(currency)).forEach(a -> numbers.add(a.amount()));
            BigDecimal cent = BigDecimal.ONE.movePointLeft(currency.getDefaultFractionDigits());
            for (BigDecimal number : around(withDifferences(numbers, adds), cent, false)) {
                money(number, currency).ifPresent(values::add);
            }
        }
    }

    private static Optional<Money> money(BigDecimal number, Currency currency) {
        try {
            return Optional.of(new Money(number, currency));
        } catch (IllegalArgumentException e) { // the difference of two amounts can have a digit too many
            return Optional.empty();
        }
    }

    private static void dates(Collection<Object> known, List<Object> values) {
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (Object value : known) {
            if (value instanceof LocalDate date) {
                for (int days = -1; days <= 1; days++) {
                    dates.add(date.plusDays(days));
                }
            }
        }
        values.addAll(dates);
    }

    private static void instants(Collection<Object> known, List<Object> values) {
        TreeSet<Instant> instants = new TreeSet<>();
        for (Object value : known) {
            if (value instanceof Instant instant) {
                for (int nanos = -1; nanos <= 1; nanos++) {
                    instants.add(instant.plusNanos(nanos));
                }
            }
        }
        values.addAll(instants);
    }
}
