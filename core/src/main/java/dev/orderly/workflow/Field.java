package dev.orderly.workflow;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * @param choiceLabels what people call the words of a choice field, by word; a word without a label stands for itself
 */
public record Field(
        String name,
        FieldType type,
        List<String> choices,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        LocalText label,
        Map<String, LocalText> choiceLabels) {

    public Field {
        Name.require("field", name);
        choices = List.copyOf(choices);
        min = min == null ? null : FieldType.plain(min);
        max = max == null ? null : FieldType.plain(max);
        choiceLabels = Map.copyOf(choiceLabels);
        for (String word : choiceLabels.keySet()) {
            if (!choices.contains(word)) {
                throw new IllegalArgumentException("field " + name + " has a label for \"" + word
                        + "\", which is none of its words: " + String.join(", ", choices));
            }
        }
    }

    /** A field of a type that needs no more to be said. */
    public static Field of(String name, FieldType type) {
        return new Field(name, type, List.of(), null, null, LocalText.EMPTY, Map.of());
    }

    /** A field that takes one of these words. */
    public static Field choice(String name, String... choices) {
        return new Field(name, FieldType.CHOICE, List.of(choices), null, null, LocalText.EMPTY, Map.of());
    }

    /** This field with a label in one more language. */
    public Field label(String language, String text) {
        return new Field(name, type, choices, min, max, label.and(language, text), choiceLabels);
    }

    /**
     * This choice field with a label of one of its words in one more language.
     *
     * @throws IllegalArgumentException if it has no such word
     */
    public Field choiceLabel(String word, String language, String text) {
        Map<String, LocalText> more = new HashMap<>(choiceLabels);
        more.put(word, choiceLabels.getOrDefault(word, LocalText.EMPTY).and(language, text));
        return new Field(name, type, choices, min, max, label, more);
    }

    /** What people who speak a language call one of the words of a choice field. */
    public String choiceLabel(String word, String language) {
        return choiceLabels.getOrDefault(word, LocalText.EMPTY).inOr(language, word);
    }

    /** This number field with bounds, both included. */
    public Field between(long least, long greatest) {
        return new Field(
                name, type, choices, BigDecimal.valueOf(least), BigDecimal.valueOf(greatest), label, choiceLabels);
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
