package dev.orderly.cli.replay;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A cursor on one sorted run.
 *
 * @param <T> the values' type
 */
final class Run<T> {

    private final SpillReader reader;
    private final Format<T> format;
    private @Nullable T current;

    Run(SpillReader reader, Format<T> format) {
        this.reader = reader;
        this.format = format;
    }

    /** Goes to the next value; says whether there is one. */
    boolean advance() throws IOException {
        current = reader.atEnd() ? null : format.read(reader);
        return current != null;
    }

    T current() {
        if (current == null) {
            throw new NoSuchElementException("the run has no further value");
        }
        return current;
    }
}
