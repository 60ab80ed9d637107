package dev.orderly.workflow;

/**
 * How the statuses or events of a builder are named.
 *
 * @param <T> {@link String} or an enum
 */
interface Naming<T> {

    String nameOf(T value);

    static Naming<String> plain() {
        return name -> name;
    }

    static <E extends Enum<E>> Naming<E> byEnum() {
        return Name::of;
    }
}
