package dev.orderly.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A named piece of data that an order can carry. Immutable; each {@code with} method gives a changed copy. */
public final class Field {

    private final String name;
    private final FieldType type;
    private final List<String> choices;
    private final @Nullable FieldBound min;
    private final @Nullable FieldBound max;
    private final @Nullable Reference atLeast;
    private final @Nullable Reference atMost;
    private final LocalText label;
    private final Map<String, LocalText> choiceLabels;

    private Field(Builder from) {
        name = Name.require("field", from.name);
        type = from.type;
        choices = List.copyOf(from.choices);
        min = from.min;
        max = from.max;
        atLeast = from.atLeast;
        atMost = from.atMost;
        label = from.label;
        choiceLabels = Map.copyOf(from.choiceLabels);
        for (String word : choiceLabels.keySet()) {
            if (!choices.contains(word)) {
                throw new IllegalArgumentException("field " + name + " has a label for \"" + word
                        + "\", which is none of its words: " + String.join(", ", choices));
            }
        }
    }

    /**
     * A field without a label or bounds.
     *
     * @throws IllegalArgumentException if its name is no valid name
     */
    public static Field of(String name, FieldType type) {
        return builder(name, type).build();
    }

    /**
     * A field that takes one of these words.
     *
     * @throws IllegalArgumentException if its name is no valid name
     */
    public static Field choice(String name, String... choices) {
        return builder(name, FieldType.CHOICE).choices(List.of(choices)).build();
    }

    /** Starts a field. */
    public static Builder builder(String name, FieldType type) {
        return new Builder(name, type);
    }

    /** Starts a field that has everything this one has. */
    public Builder toBuilder() {
        return new Builder(name, type)
                .choices(choices)
                .min(min)
                .max(max)
                .atLeast(atLeast)
                .atMost(atMost)
                .label(label)
                .choiceLabels(choiceLabels);
    }

    /** This field with a label in one more language. */
    public Field withLabel(String language, String text) {
        return toBuilder().label(label.with(language, text)).build();
    }

    /**
     * This choice field with a label of one of its words in one more language.
     *
     * @throws IllegalArgumentException if it has no such word
     */
    public Field withChoiceLabel(String word, String language, String text) {
        Map<String, LocalText> more = new HashMap<>(choiceLabels);
        more.put(word, choiceLabels.getOrDefault(word, LocalText.EMPTY).with(language, text));
        return toBuilder().choiceLabels(more).build();
    }

    /** This number field with bounds, both included. */
    public Field withBounds(long least, long greatest) {
        return withMin(FieldBound.of(least)).withMax(FieldBound.of(greatest));
    }

    /** This number, money or date field with a least value. */
    public Field withMin(FieldBound least) {
        return toBuilder().min(least).build();
    }

    /** This number, money or date field with a greatest value. */
    public Field withMax(FieldBound greatest) {
        return toBuilder().max(greatest).build();
    }

    /** This field, whose value is never less than that of another field or a total once a step has happened. */
    public Field withAtLeast(Reference other) {
        return toBuilder().atLeast(other).build();
    }

    /** This field, whose value is never more than that of another field or a total once a step has happened. */
    public Field withAtMost(Reference other) {
        return toBuilder().atMost(other).build();
    }

    /** What people who speak a language call one of the words of a choice field. */
    public String choiceLabel(String word, String language) {
        return choiceLabels.getOrDefault(word, LocalText.EMPTY).textOr(language, word);
    }

    /**
     * Turns a value into the field's canonical one. A bound that is the day of the request is left out: whether a value that an
     * order has was in time is settled.
     *
     * @throws IllegalArgumentException with a sentence that says what is wrong with the value
     */
    public Object canonical(Object value) {
        return canonical(value, null);
    }

    /**
     * Turns a value of a request into the field's canonical one.
     *
     * @param at when the request is made
     * @param calendar says which day that is
     * @throws IllegalArgumentException with a sentence that says what is wrong with the value
     */
    public Object canonical(Object value, Instant at, WorkCalendar calendar) {
        return canonical(value, isBoundByToday() ? calendar.dateOf(at) : null);
    }

    private Object canonical(Object value, @Nullable LocalDate today) {
        Object canonical = type.canonical(value);
        if (type == FieldType.CHOICE && !choices.contains(canonical)) {
            throw new IllegalArgumentException("\"" + value + "\" is none of " + String.join(", ", choices));
        }
        require(min == null ? null : min.objection(canonical, true, today));
        require(max == null ? null : max.objection(canonical, false, today));
        return canonical;
    }

    /** Whether a canonical value is within the bounds, but for the day of the request. */
    boolean isWithin(Object canonical) {
        return (min == null || min.objection(canonical, true, null) == null)
                && (max == null || max.objection(canonical, false, null) == null);
    }

    private static void require(@Nullable String objection) {
        if (objection != null) {
            throw new IllegalArgumentException(objection);
        }
    }

    /** Whether the day of the request is one of its bounds. */
    public boolean isBoundByToday() {
        return (min != null && min.isToday()) || (max != null && max.isToday());
    }

    /** The canonical value of the type, or the value itself where it is none, so that a checker can show it. */
    Object canonicalOrSame(Object value) {
        try {
            return type.canonical(value);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    /** The field's name. */
    public String name() {
        return name;
    }

    /** The type of its values. */
    public FieldType type() {
        return type;
    }

    /** The words that a choice field allows, in the order of the file; empty for every other type. */
    public List<String> choices() {
        return choices;
    }

    /** The least value allowed, for number, money and date fields; null for none. */
    public @Nullable FieldBound min() {
        return min;
    }

    /** The greatest value allowed, for number, money and date fields; null for none. */
    public @Nullable FieldBound max() {
        return max;
    }

    /** What its value is never less than once a step has happened; null for nothing. */
    public @Nullable Reference atLeast() {
        return atLeast;
    }

    /** What its value is never more than once a step has happened; null for nothing. */
    public @Nullable Reference atMost() {
        return atMost;
    }

    /** What its bounds by other fields and totals promise: after each step, where the field has a value. */
    public List<FieldComparison> comparisons() {
        List<FieldComparison> promised = new ArrayList<>();
        if (atLeast != null) {
            promised.add(FieldComparison.atLeast(name, atLeast));
        }
        if (atMost != null) {
            promised.add(FieldComparison.atMost(name, atMost));
        }
        return promised;
    }

    /** What people call it. */
    public LocalText label() {
        return label;
    }

    /** What people call the words of a choice field, by word; a word without a label stands for itself. */
    public Map<String, LocalText> choiceLabels() {
        return choiceLabels;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Field that
                        && name.equals(that.name)
                        && type.equals(that.type)
                        && choices.equals(that.choices)
                        && Objects.equals(min, that.min)
                        && Objects.equals(max, that.max)
                        && Objects.equals(atLeast, that.atLeast)
                        && Objects.equals(atMost, that.atMost)
                        && label.equals(that.label)
                        && choiceLabels.equals(that.choiceLabels));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, type, choices, min, max, atLeast, atMost, label, choiceLabels);
    }

    @Override
    public String toString() {
        return name + " (" + type.code() + ")";
    }

    /** Collects the parts of a {@link Field}. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final FieldType type;
        private List<String> choices = List.of();
        private @Nullable FieldBound min;
        private @Nullable FieldBound max;
        private @Nullable Reference atLeast;
        private @Nullable Reference atMost;
        private LocalText label = LocalText.EMPTY;
        private Map<String, LocalText> choiceLabels = Map.of();

        private Builder(String name, FieldType type) {
            this.name = name;
            this.type = type;
        }

        /** The words that a choice field allows, in the order in which people list them. */
        public Builder choices(List<String> words) {
            choices = words;
            return this;
        }

        /** The least value allowed, for number, money and date fields; null for none. */
        public Builder min(@Nullable FieldBound least) {
            min = least;
            return this;
        }

        /** The greatest value allowed, for number, money and date fields; null for none. */
        public Builder max(@Nullable FieldBound greatest) {
            max = greatest;
            return this;
        }

        /** What the value is never less than once a step has happened, for ordered types; null for nothing. */
        public Builder atLeast(@Nullable Reference other) {
            atLeast = other;
            return this;
        }

        /** What the value is never more than once a step has happened, for ordered types; null for nothing. */
        public Builder atMost(@Nullable Reference other) {
            atMost = other;
            return this;
        }

        /** What people call the field. */
        public Builder label(LocalText text) {
            label = text;
            return this;
        }

        /** What people call the words of a choice field, by word. */
        public Builder choiceLabels(Map<String, LocalText> labels) {
            choiceLabels = labels;
            return this;
        }

        /**
         * The field.
         *
         * @throws IllegalArgumentException if its name is no valid name, or a label belongs to none of its words
         */
        public Field build() {
            return new Field(this);
        }
    }
}
