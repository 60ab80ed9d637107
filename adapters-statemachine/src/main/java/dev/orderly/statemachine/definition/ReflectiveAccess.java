package dev.orderly.statemachine.definition;

import java.lang.reflect.Field;

/**
 * Reads what Spring Statemachine keeps to itself: the branches of a choice, the model of a factory. Its line has ended,
 * so that these names stay; a test reads each.
 */
final class ReflectiveAccess {

    private ReflectiveAccess() {}

    static Object get(Class<?> type, String name, Object owner) {
        try {
            return get(type.getDeclaredField(name), owner);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(
                    "this version of Spring Statemachine has no " + type.getSimpleName() + "." + name
                            + ": the import reads 4.0.x",
                    e);
        }
    }

    @SuppressWarnings("NullAway") // Some fields hold null, which the caller looks for.
    static Object get(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }
}
