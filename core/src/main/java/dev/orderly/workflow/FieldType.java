package dev.orderly.workflow;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** The types that a field of an order can have, each with the Java type of its values. */
public enum FieldType {
    /** Any text; a {@link String}. */
    TEXT("text", String.class, "a text"),
    /** A decimal number; a {@link BigDecimal} without trailing zeros. */
    NUMBER("number", BigDecimal.class, "a number such as 12 or 3.5"),
    /** Yes or no; a {@link Boolean}. */
    YES_NO("yes-no", Boolean.class, "true or false"),
    /** One of the words that the field lists; a {@link String}. */
    CHOICE("choice", String.class, "one of the field's choices"),
    /** A calendar date; a {@link LocalDate}, written {@code 2026-05-31}. */
    DATE("date", LocalDate.class, "a date such as 2026-05-31"),
    /** A point in time; an {@link Instant}, written {@code 2026-05-31T10:15:30Z}. */
    INSTANT("instant", Instant.class, "a time such as 2026-05-31T10:15:30Z"),
    /** An amount in a currency; a {@link Money}, written {@code 12.50 EUR}. */
    MONEY("money", Money.class, "an amount such as 12.50 EUR");

    /** The longest text value, in UTF-16 code units. */
    public static final int MAX_TEXT_LENGTH = 10_000;

    /** The first day that a date or an instant, in UTC, can lie on. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);

    /** The last day that a date or an instant, in UTC, can lie on. */
    public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final int MAX_NUMBER_DIGITS = 50;
    private static final Instant FIRST = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
    private static final Instant END =
            LAST_DAY.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final String code;
    private final Class<?> valueType;
    private final String expectation;

    FieldType(String code, Class<?> valueType, String expectation) {
        this.code = code;
        this.valueType = valueType;
        this.expectation = expectation;
    }

    /** The type's word in workflow files. */
    public String code() {
        return code;
    }

    /** What a value of this type looks like, for messages. */
    public String expectation() {
        return expectation;
    }

    /**
     * Turns a value, as a caller or a file gives it, into the type's canonical Java value. Texts are parsed, so
     * {@code "true"} is read for a yes-no field and {@code "2026-05-31"} for a date.
     *
     * @throws IllegalArgumentException if the value is not of this type
     */
    public Object canonical(Object value) {
        if (value instanceof String text) {
            return inTime(parse(text));
        }
        if (this == NUMBER && value instanceof Number number) {
            return decimal(number.toString());
        }
        if (!valueType.isInstance(value)) {
            throw mismatch(value);
        }
        return inTime(value);
    }

    /** Keeps away from the ends of time, so that limits can be counted from a date and every database can hold it. */
    private static Object inTime(Object value) {
        boolean fits = true;
        if (value instanceof LocalDate date) {
            fits = !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
        } else if (value instanceof Instant instant) {
            fits = !instant.isBefore(FIRST) && instant.isBefore(END);
        }
        if (!fits) {
            throw new IllegalArgumentException("\"" + value + "\" is not in the years 1 to 9999");
        }
        return value;
    }

    private Object parse(String text) {
        try {
            Object value = switch (this) {
                case TEXT, CHOICE -> text(text);
                case NUMBER -> decimal(text);
                case YES_NO -> yesNo(text);
                case DATE -> LocalDate.parse(text);
                case INSTANT -> OffsetDateTime.parse(text).toInstant();
                case MONEY -> Money.parse(text);
            };
            return inTime(value);
        } catch (DateTimeParseException e) {
            throw mismatch(text);
        }
    }

    private static String text(String text) {
        PlainText.problem(text, MAX_TEXT_LENGTH).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return text;
    }

    private Boolean yesNo(String text) {
        return switch (text) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw mismatch(text);
        };
    }

    /** Reads a decimal number. */
    static BigDecimal decimal(String text) {
        try {
            return plain(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw NUMBER.mismatch(text);
        }
    }

    /** A number without trailing zeros; bounded, so that {@code 1e999999999} cannot exhaust memory. */
    static BigDecimal plain(BigDecimal number) {
        if (number.precision() > MAX_NUMBER_DIGITS || Math.abs((long) number.scale()) > MAX_NUMBER_DIGITS) {
            throw new IllegalArgumentException(
                    "a number of more than " + MAX_NUMBER_DIGITS + " digits is not supported");
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private IllegalArgumentException mismatch(Object value) {
        return new IllegalArgumentException("\"" + value + "\" is not " + expectation);
    }
}
