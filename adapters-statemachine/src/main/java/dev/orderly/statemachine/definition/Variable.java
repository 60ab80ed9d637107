package dev.orderly.statemachine.definition;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.Name;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of orders that guards of a state machine see.
 *
 * @param field the field
 * @param header whether it comes with an event, as the header of a message; otherwise it is a variable of the extended
 *     state, which events cannot change
 * @param type the type in which guards expect the variable; null for the field's own
 */
record Variable(Field field, boolean header, @Nullable Class<?> type) {

    private static final List<Class<?>> TYPES =
            List.of(Integer.class, Long.class, Double.class, Float.class, String.class);

    Variable {
        if (type != null && !type.isEnum() && !TYPES.contains(type)) {
            throw new IllegalArgumentException("field \"" + field.name() + "\" cannot be a variable of type "
                    + type.getSimpleName()
                    + ": take Integer, Long, Double, Float, String, an enum, or leave it out for "
                    + "the field's own type");
        }
    }

    /** The value as a guard expects it; one that its type cannot hold stays as it is. */
    Object toVariable(Object value) {
        Object read;
        try {
            read = field.canonical(value);
        } catch (IllegalArgumentException e) {
            return value;
        }
        if (type == null) {
            return read;
        }
        if (type == String.class) {
            return read instanceof BigDecimal number ? number.toPlainString() : read.toString();
        }
        return read instanceof BigDecimal number ? number(number) : constant(read);
    }

    private Object number(BigDecimal number) {
        try {
            if (type == Integer.class) {
                return number.intValueExact();
            }
            if (type == Long.class) {
                return number.longValueExact();
            }
        } catch (ArithmeticException e) {
            return number;
        }
        if (type == Float.class) {
            return number.floatValue();
        }
        return type == Double.class ? (Object) number.doubleValue() : number;
    }

    private Object constant(Object read) {
        if (type != null && type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                Enum<?> candidate = (Enum<?>) constant;
                if (Name.of(candidate).equals(read) || candidate.name().equals(read)) {
                    return candidate;
                }
            }
        }
        return read;
    }

    /**
     * The value of the field that a variable means.
     *
     * @throws IllegalArgumentException if it means none
     */
    Object toValue(Object variable) {
        if (variable instanceof Enum<?> constant) {
            boolean byName = field.choices().contains(constant.name());
            return field.canonical(byName ? constant.name() : Name.of(constant));
        }
        return field.canonical(variable);
    }
}
