package dev.orderly.statemachine.definition;

import dev.orderly.workflow.Field;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Name;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    private static final Map<FieldType, Set<Class<?>>> TYPES = Map.of(
            FieldType.TEXT, Set.of(String.class),
            FieldType.CHOICE, Set.of(String.class),
            FieldType.NUMBER,
                    Set.of(
                            BigDecimal.class,
                            BigInteger.class,
                            Short.class,
                            Integer.class,
                            Long.class,
                            Double.class,
                            Float.class,
                            String.class),
            FieldType.YES_NO, Set.of(Boolean.class, String.class),
            FieldType.DATE, Set.of(LocalDate.class, String.class),
            FieldType.INSTANT, Set.of(Instant.class, String.class),
            FieldType.MONEY, Set.of(Money.class, String.class));

    private static final Map<Class<?>, Class<?>> BOXED = Map.of(
            boolean.class, Boolean.class,
            short.class, Short.class,
            int.class, Integer.class,
            long.class, Long.class,
            float.class, Float.class,
            double.class, Double.class);

    Variable {
        type = type == null ? null : BOXED.getOrDefault(type, type);
        Set<Class<?>> fitting = TYPES.getOrDefault(field.type(), Set.of());
        boolean words = field.type() == FieldType.TEXT || field.type() == FieldType.CHOICE;
        if (type != null && !fitting.contains(type) && !(words && type.isEnum())) {
            String names =
                    fitting.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)).stream()
                            .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("field \"" + field.name() + "\", a "
                    + field.type().code() + ", cannot be a variable of type " + type.getSimpleName() + ": take " + names
                    + (words ? ", an enum" : "") + ", or leave it out for the field's own type");
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
        if (type == null || type.isInstance(read)) {
            return read;
        }
        if (type == String.class) {
            return field.type().text(read);
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
            if (type == Short.class) {
                return number.shortValueExact();
            }
            if (type == BigInteger.class) {
                return number.toBigIntegerExact();
            }
        } catch (ArithmeticException e) {
            return number;
        }
        if (type == Float.class) {
            return number.floatValue();
        }
        return type == Double.class ? (Object) number.doubleValue() : number;
    }

    /** The constant that is called so; one that is called so but for letter case only where there is no other. */
    private Object constant(Object read) {
        Object found = read;
        if (type != null && type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                Enum<?> candidate = (Enum<?>) constant;
                if (candidate.name().equals(read)) {
                    return candidate;
                }
                if (Name.of(candidate).equals(read)) {
                    found = candidate;
                }
            }
        }
        return found;
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
