package dev.orderly.cli.replay;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A cursor on one sorted run. Runs compare by the value that each is at; of equal ones the earlier run comes first.
 *
 * @param <T> the values' type
 */
final class Run<T> implements Comparable<Run<T>> {

    private final int number;
    private final ByteSource source;
    private final Format<T> format;
    private @Nullable T current;
    private long key;
    private int subkey;

    Run(int number, ByteSource source, Format<T> format) {
        this.number = number;
        this.source = source;
        this.format = format;
    }

    /** Goes to the next value; says whether there is one. */
    boolean advance() throws IOException {
        if (source.atEnd()) {
            current = null;
            return false;
        }
        T value = format.read(source);
        key = format.key(value);
        subkey = format.subkey(value);
        current = value;
        return true;
    }

    T current() {
        if (current == null) {
            throw new NoSuchElementException("the run has no further value");
        }
        return current;
    }

    @Override
    public int compareTo(Run<T> other) {
        int result = Long.compareUnsigned(key, other.key);
        if (result == 0) {
            result = Integer.compare(subkey, other.subkey);
        }
        return result == 0 ? Integer.compare(number, other.number) : result;
    }
}
