package dev.orderly.workflow;

import org.jspecify.annotations.Nullable;

/**
 * A value that an order has: that of a field, or a total. Comparisons, bounds and changes of fields take theirs from it.
 *
 * @param source what it names
 * @param name the name of the field, or {@value #LINES} for the total of the lines
 */
public record Reference(Source source, String name) {

    /** The name of the total of an order's lines: the sum of price times quantity. */
    public static final String LINES = "lines";

    /** What a reference names. */
    public enum Source {
        /** A field of the order. */
        FIELD("field"),
        /** A total that the library computes. */
        TOTAL("total");

        private final String key;

        Source(String key) {
            this.key = key;
        }

        /** The key in workflow files. */
        public String key() {
            return key;
        }
    }

    /**
     * @throws IllegalArgumentException if it is a field whose name is no valid name, or a total that there is not
     */
    public Reference {
        if (source == Source.FIELD) {
            Name.require("field", name);
        } else if (!name.equals(LINES)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no total: there is \"" + LINES + "\", the total of the order's lines");
        }
    }

    /**
     * The value of a field.
     *
     * @throws IllegalArgumentException if the name is no valid name
     */
    public static Reference field(String name) {
        return new Reference(Source.FIELD, name);
    }

    /** The total of the order's lines. */
    public static Reference linesTotal() {
        return new Reference(Source.TOTAL, LINES);
    }

    /** Whether it names a field. */
    public boolean isField() {
        return source == Source.FIELD;
    }

    /** Whether it names this field. */
    public boolean isField(String field) {
        return isField() && name.equals(field);
    }

    /** The canonical value; null where the order has none, such as no total where its lines have no prices. */
    public @Nullable Object in(StepFacts facts) {
        return isField() ? facts.field(name) : facts.total();
    }

    /** As the parameter {@code other} of a reason: the field's name or, which is none, {@code total: lines}. */
    String param() {
        return isField() ? name : toString();
    }

    /** As {@code field: paid}. */
    @Override
    public String toString() {
        return source.key + ": " + name;
    }

    /** Its words, such as {@code paid} or {@code total of the lines}. */
    public String words() {
        return isField() ? name : "the total of the " + name;
    }
}
