package dev.orderly.workflow;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The types that a field of an order can have, each with the Java type of its values: how they are read and written, how
 * they compare, and which of them the checker tries.
 */
public enum FieldType {
    /** Any text; a {@link String}. */
    TEXT("text", String.class, "a text", false) {
        @Override
        Object parse(String text) {
            return bounded(text);
        }

        @Override
        public Map<Object, String> representatives(Field field, Collection<?> constants) {
            return RepresentativeValues.texts(constants);
        }
    },
    /** A decimal number; a {@link BigDecimal} without trailing zeros. */
    NUMBER("number", BigDecimal.class, "a number such as 12 or 3.5", true) {
        @Override
        Object parse(String text) {
            return decimal(text);
        }

        @Override
        public String text(Object value) {
            return ((BigDecimal) value).toPlainString();
        }

        @Override
        int order(Object one, Object other) {
            return ((BigDecimal) one).compareTo((BigDecimal) other);
        }

        @Override
        public Map<Object, String> representatives(Field field, Collection<?> constants) {
            return RepresentativeValues.numbers(field, constants);
        }
    },
    /** Yes or no; a {@link Boolean}. */
    YES_NO("yes-no", Boolean.class, "true or false", false) {
        @Override
        Object parse(String text) {
            return switch (text) {
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default -> throw mismatch(text);
            };
        }

        @Override
        public Map<Object, String> representatives(Field field, Collection<?> constants) {
            return RepresentativeValues.all(List.of(true, false));
        }
    },
    /** One of the words that the field lists; a {@link String}. */
    CHOICE("choice", String.class, "one of the field's choices", false) {
        @Override
        Object parse(String text) {
            return bounded(text);
        }

        @Override
        public Map<Object, String> representatives(Field field, Collection<?> constants) {
            return field.choices().isEmpty()
                    ? RepresentativeValues.texts(constants)
                    : RepresentativeValues.all(field.choices());
        }
    },
    /** A calendar date; a {@link LocalDate}, written {@code 2026-05-31}. */
    DATE("date", LocalDate.class, "a date such as 2026-05-31", true) {
        @Override
        Object parse(String text) {
            return LocalDate.parse(text);
        }

        @Override
        boolean isInTime(Object value) {
            LocalDate date = (LocalDate) value;
            return !date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY);
        }

        @Override
        int order(Object one, Object other) {
            return ((LocalDate) one).compareTo((LocalDate) other);
        }

        @Override
        public Map<Object, String> representatives(Field field, Collection<?> constants) {
            return RepresentativeValues.dates(field, constants);
        }
    },
    /** A point in time; an {@link Instant}, written {@code 2026-05-31T10:15:30Z}. */
    INSTANT("instant", Instant.class, "a time such as 2026-05-31T10:15:30Z", true) {
        @Override
        Object parse(String text) {
            return OffsetDateTime.parse(text).toInstant();
        }

        @Override
        boolean isInTime(Object value) {
            Instant instant = (Instant) value;
            return !instant.isBefore(FIRST) && instant.isBefore(END);
        }

        @Override
        int order(Object one, Object other) {
            return ((Instant) one).compareTo((Instant) other);
        }

        @Override
        public Map<Object, String> representatives(Field field, Collection<?> constants) {
            return RepresentativeValues.ordered(
                    constants,
                    Instant.class,
                    Instant.EPOCH,
                    t -> t.equals(FIRST) ? t : t.minusNanos(1),
                    t -> t.plusNanos(1).equals(END) ? t : t.plusNanos(1),
                    (a, b) -> a.plus(Duration.between(a, b).dividedBy(2)));
        }
    },
    /** An amount in a currency; a {@link Money}, written {@code 12.50 EUR}. */
    MONEY("money", Money.class, "an amount such as 12.50 EUR", true) {
        @Override
        Object parse(String text) {
            return Money.parse(text);
        }

        @Override
        boolean isComparable(Object one, Object other) {
            return ((Money) one).currency().equals(((Money) other).currency());
        }

        @Override
        int order(Object one, Object other) {
            return ((Money) one).amount().compareTo(((Money) other).amount());
        }

        @Override
        public Map<Object, String> representatives(Field field, Collection<?> constants) {
            return RepresentativeValues.amounts(field, constants);
        }
    };

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
    private static final FieldType[] ALL = values();

    private final String code;
    private final Class<?> valueType;
    private final String expectation;
    private final boolean ordered;

    FieldType(String code, Class<?> valueType, String expectation, boolean ordered) {
        this.code = code;
        this.valueType = valueType;
        this.expectation = expectation;
        this.ordered = ordered;
    }

    /** The type that a word of workflow files means. */
    public static Optional<FieldType> named(String code) {
        return Arrays.stream(ALL).filter(type -> type.code.equals(code)).findFirst();
    }

    /** The first type whose canonical values have the Java type of this value; null for a value that no field can have. */
    public static @Nullable FieldType ofValue(Object value) {
        for (FieldType type : ALL) {
            if (type.valueType.isInstance(value)) {
                return type;
            }
        }
        return null;
    }

    /** The type's word in workflow files. */
    public String code() {
        return code;
    }

    /** What a value of this type looks like, for messages. */
    public String expectation() {
        return expectation;
    }

    /** Whether its values have an order, so that one can be at least, or less than, another. */
    public boolean isOrdered() {
        return ordered;
    }

    /** Whether its fields can have a least and a greatest value. */
    public boolean hasBounds() {
        return this == NUMBER || this == MONEY || this == DATE;
    }

    /**
     * Compares two canonical values of this type.
     *
     * @return less than, equal to or more than 0; null where they have no order, such as amounts in two currencies
     */
    public @Nullable Integer compare(Object one, Object other) {
        boolean comparable =
                ordered && valueType.isInstance(one) && valueType.isInstance(other) && isComparable(one, other);
        return comparable ? Integer.signum(order(one, other)) : null;
    }

    boolean isComparable(Object one, Object other) {
        return true;
    }

    int order(Object one, Object other) {
        throw new IllegalStateException(this + " has no order");
    }

    /** A canonical value as JSON has it: texts, numbers, true and false as they are, everything else as its text. */
    public static Object plainValue(Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        FieldType type = ofValue(value);
        return type == null ? value : type.text(value);
    }

    /** A canonical value as a text, which {@link #canonical} reads again. */
    public String text(Object value) {
        return value.toString();
    }

    /**
     * Canonical values such that every value that a field can have compares with the constants as one of these does, each
     * with its words for people: the constants, and one from each gap around them.
     *
     * @param constants canonical values of this type
     */
    public abstract Map<Object, String> representatives(Field field, Collection<?> constants);

    /**
     * Turns a value, as a caller or a file gives it, into the type's canonical Java value. Texts are parsed, so
     * {@code "true"} is read for a yes-no field and {@code "2026-05-31"} for a date.
     *
     * @throws IllegalArgumentException if the value is not of this type
     */
    public Object canonical(Object value) {
        if (value instanceof String text) {
            return inTime(read(text));
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
    private Object inTime(Object value) {
        if (!isInTime(value)) {
            throw new IllegalArgumentException("\"" + value + "\" is not in the years 1 to 9999");
        }
        return value;
    }

    boolean isInTime(Object value) {
        return true;
    }

    private Object read(String text) {
        try {
            return parse(text);
        } catch (DateTimeParseException e) {
            throw mismatch(text);
        }
    }

    abstract Object parse(String text);

    private static String bounded(String text) {
        PlainText.problem(text, MAX_TEXT_LENGTH).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return text;
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

    IllegalArgumentException mismatch(Object value) {
        return new IllegalArgumentException("\"" + value + "\" is not " + expectation);
    }
}
