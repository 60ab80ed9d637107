package dev.orderly.check;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldCondition;
import dev.orderly.workflow.FieldCondition.Operator;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * Picks values of a field such that every value that the field can have meets the same conditions as one of them: the
 * constants of the conditions, and one from each gap around them.
 */
final class EquivalenceClasses {

    /**
     * One value that stands for many.
     *
     * @param value the value
     * @param shown the value as messages show it
     */
    record Value(Object value, String shown) {}

    /** Stands for an order's number, and so cannot be a text that a condition compares with. */
    static final String ORDER_NUMBER = "\u0000order-number";

    private static final String OTHER_TEXT = "\u0000other";

    /** The ISO 4217 codes for no currency and for tests, which no shop uses. */
    private static final List<String> SPARE_CURRENCIES = List.of("XXX", "XTS");

    private static final Instant FIRST =
            FieldType.FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant LAST = FieldType.LAST_DAY
            .plusDays(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant()
            .minusNanos(1);

    private EquivalenceClasses() {}

    static List<Value> of(Field field, List<FieldCondition> tests) {
        return switch (field.type()) {
            case TEXT -> texts(tests);
            case CHOICE -> field.choices().isEmpty() ? texts(tests) : plain(field.choices());
            case YES_NO -> plain(List.of(true, false));
            case NUMBER -> numbers(field, constants(tests, BigDecimal.class));
            case DATE ->
                plain(spread(
                        constants(tests, LocalDate.class),
                        LocalDate.EPOCH,
                        d -> d.equals(FieldType.FIRST_DAY) ? d : d.minusDays(1),
                        d -> d.equals(FieldType.LAST_DAY) ? d : d.plusDays(1),
                        (a, b) -> a.plusDays((b.toEpochDay() - a.toEpochDay()) / 2)));
            case INSTANT ->
                plain(spread(
                        constants(tests, Instant.class),
                        Instant.EPOCH,
                        t -> t.equals(FIRST) ? t : t.minusNanos(1),
                        t -> t.equals(LAST) ? t : t.plusNanos(1),
                        (a, b) -> a.plus(Duration.between(a, b).dividedBy(2))));
            case MONEY ->
                amounts(constants(tests, Money.class, (a, b) -> a.toString().compareTo(b.toString())));
        };
    }

    private static List<Value> texts(List<FieldCondition> tests) {
        List<Value> values = plain(constants(tests, String.class));
        for (FieldCondition test : tests) {
            if (test.operator() == Operator.ORDER_NUMBER) {
                values.add(new Value(ORDER_NUMBER, "the order's number"));
                break;
            }
        }
        values.add(new Value(OTHER_TEXT, "anything else"));
        return values;
    }

    private static List<Value> numbers(Field field, NavigableSet<BigDecimal> constants) {
        List<Value> values = new ArrayList<>();
        BigDecimal usual = field.min() != null ? field.min() : field.max() != null ? field.max() : BigDecimal.ZERO;
        TreeSet<BigDecimal> bounded = new TreeSet<>(constants);
        if (field.min() != null) {
            bounded.add(field.min());
        }
        if (field.max() != null) {
            bounded.add(field.max());
        }
        for (BigDecimal number : spreadNumbers(bounded, usual)) {
            boolean tooLittle = field.min() != null && number.compareTo(field.min()) < 0;
            boolean tooMuch = field.max() != null && number.compareTo(field.max()) > 0;
            if (!tooLittle && !tooMuch) {
                values.add(new Value(number, number.toPlainString()));
            }
        }
        return values;
    }

    private static List<Value> amounts(NavigableSet<Money> constants) {
        Map<Currency, TreeSet<BigDecimal>> byCurrency = new LinkedHashMap<>();
        for (Money money : constants) {
            byCurrency.computeIfAbsent(money.currency(), c -> new TreeSet<>()).add(money.amount());
        }
        List<Value> values = new ArrayList<>();
        byCurrency.forEach((currency, amounts) -> {
            for (BigDecimal amount : spreadNumbers(amounts, BigDecimal.ZERO)) {
                Money money = new Money(amount, currency);
                values.add(new Value(money, money.toString()));
            }
        });
        for (String spare : SPARE_CURRENCIES) {
            Currency other = Currency.getInstance(spare);
            if (!byCurrency.containsKey(other)) {
                values.add(new Value(new Money(BigDecimal.ONE, other), "an amount in another currency"));
                break;
            }
        }
        return values;
    }

    private static List<BigDecimal> spreadNumbers(NavigableSet<BigDecimal> constants, BigDecimal otherwise) {
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

    private static <T extends Comparable<? super T>> NavigableSet<T> constants(
            List<FieldCondition> tests, Class<T> type) {
        return constants(tests, type, (a, b) -> a.compareTo(b));
    }

    private static <T> NavigableSet<T> constants(List<FieldCondition> tests, Class<T> type, Comparator<T> comparison) {
        NavigableSet<T> constants = new TreeSet<>(comparison);
        for (FieldCondition test : tests) {
            for (Object value : test.values()) {
                constants.add(type.cast(value));
            }
        }
        return constants;
    }

    private static List<Value> plain(Iterable<?> values) {
        List<Value> shown = new ArrayList<>();
        for (Object value : values) {
            shown.add(new Value(value, value.toString()));
        }
        return shown;
    }
}
