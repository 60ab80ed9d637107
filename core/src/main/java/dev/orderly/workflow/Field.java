package dev.orderly.workflow;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A named piece of data that an order can carry.
 *
 * @param name the field's name
 * @param type the type of its values
 * @param choices the words that a choice field allows, in the order of the file; empty for every other type
 * @param min the least number allowed, for number fields
 * @param max the greatest number allowed, for number fields
 * @param label what people call it
 */
public record Field(
        String name,
        FieldType type,
        List<String> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        LocalText label) {

    public Field {
        Name.require("field", name);
        choices = List.copyOf(choices);
        min = min == null ? null : FieldType.plain(min);
        max = max == null ? null : FieldType.plain(max);
    }

    /** A field of a type that needs no more to be said. */
    public static Field of(String name, FieldType type) {
        return new Field(name, type, List.of(), null, null, LocalText.EMPTY);
    }

    /** A field that takes one of these words. */
    public static Field choice(String name, String... choices) {
        return new Field(name, FieldType.CHOICE, List.of(choices), null, null, LocalText.EMPTY);
    }

    /** This field with a label in one more language. */
    public Field label(String language, String text) {
        return new Field(name, type, choices, min, max, label.and(language, text));
    }

    /** This number field with bounds, both included. */
    public Field between(long least, long greatest) {
        return new Field(name, type, choices, BigDecimal.valueOf(least), BigDecimal.valueOf(greatest), label);
    }

    /**
     * Turns a value into the field's canonical one.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with the value
     */
    public Object canonical(Object value) {
        Object canonical = type.canonical(value);
        if (type == FieldType.CHOICE && !choices.contains(canonical)) {
            throw new IllegalArgumentException("\"" + value + "\" is none of " + String.join(", ", choices));
        }
        if (canonical instanceof BigDecimal number) {
            if (min != null && number.compareTo(min) < 0) {
                throw new IllegalArgumentException(number.toPlainString() + " is less than " + min.toPlainString());
            }
            if (max != null && number.compareTo(max) > 0) {
                throw new IllegalArgumentException(number.toPlainString() + " is more than " + max.toPlainString());
            }
        }
        return canonical;
    }

    /** The canonical value of the type, or the value itself where it is none, so that a checker can show it. */
    Object canonicalOrSame(Object value) {
        try {
            return type.canonical(value);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
