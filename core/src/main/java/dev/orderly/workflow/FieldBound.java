package dev.orderly.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The least or the greatest value of a field, which is itself allowed: a number, an amount of money, a date, or the day on
 * which a request is made. Immutable.
 */
public final class FieldBound {

    /** The word for the day of the request in workflow files. */
    public static final String TODAY = "today";

    private static final FieldBound DAY_OF_REQUEST = new FieldBound(FieldType.DATE, null);
    private static final Pattern DATE = Pattern.compile("[+-]?\\d{4,}-\\d+-\\d+");

    private final FieldType type;
    private final @Nullable Object value;

    private FieldBound(FieldType type, @Nullable Object value) {
        this.type = type;
        this.value = value;
    }

    /** A bound of a number field. */
    public static FieldBound of(long number) {
        return of(BigDecimal.valueOf(number));
    }

    /**
     * A bound of a number field.
     *
     * @throws IllegalArgumentException if the number has more than 50 digits
     */
    public static FieldBound of(BigDecimal number) {
        return new FieldBound(FieldType.NUMBER, FieldType.plain(number));
    }

    /** A bound of a money field, which then takes amounts in this currency only. */
    public static FieldBound of(Money amount) {
        return new FieldBound(FieldType.MONEY, amount);
    }

    /**
     * A bound of a date field.
     *
     * @throws IllegalArgumentException if the date is not in the years 1 to 9999
     */
    public static FieldBound of(LocalDate date) {
        return new FieldBound(FieldType.DATE, FieldType.DATE.canonical(date));
    }

    /** The bound of a date field that is the day of the request, by the workflow's calendar. */
    public static FieldBound today() {
        return DAY_OF_REQUEST;
    }

    /**
     * Reads {@code 5}, {@code 12.50 EUR}, {@code 2026-05-31} or {@code today}.
     *
     * @throws IllegalArgumentException if the text is none of these
     */
    public static FieldBound parse(String text) {
        if (text.equals(TODAY)) {
            return today();
        }
        if (DATE.matcher(text).matches()) {
            return new FieldBound(FieldType.DATE, FieldType.DATE.canonical(text));
        }
        if (text.indexOf(' ') > 0) {
            return of(Money.parse(text));
        }
        return of(number(text));
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no bound: write a number such as 5, an amount such as 12.50 EUR, a date such as"
                            + " 2026-05-31, or today",
                    e);
        }
    }

    /** The type of the fields that can have this bound. */
    public FieldType type() {
        return type;
    }

    /** The canonical value; null for the day of the request. */
    public @Nullable Object value() {
        return value;
    }

    /** Whether it is the day of the request. */
    public boolean isToday() {
        return value == null;
    }

    /** The canonical value on a day. */
    public Object on(LocalDate day) {
        return value == null ? day : value;
    }

    /**
     * What speaks against a value of a field that has this bound; null if nothing does, or the bound is the day of the request
     * and that is not known.
     */
    @Nullable
    String objection(Object canonical, boolean isLeast, @Nullable LocalDate today) {
        Object limit = value == null ? today : value;
        if (limit == null || FieldType.ofValue(canonical) != type) {
            return null;
        }
        Integer order = type.compare(canonical, limit);
        if (order == null) {
            return canonical + " is not in " + ((Money) limit).currency() + ", the only currency allowed";
        }
        if (isLeast ? order >= 0 : order <= 0) {
            return null;
        }
        String relation =
                type == FieldType.DATE ? isLeast ? "is before" : "is after" : isLeast ? "is less than" : "is more than";
        return type.text(canonical) + " " + relation + " " + (value == null ? "today, " : "") + type.text(limit);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof FieldBound that && type == that.type && Objects.equals(value, that.value));
    }

    @Override
    public int hashCode() {
        return Objects.hash(type, value);
    }

    /** As workflow files have it. */
    @Override
    public String toString() {
        return value == null ? TODAY : type.text(value);
    }
}
