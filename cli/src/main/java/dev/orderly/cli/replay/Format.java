package dev.orderly.cli.replay;

import java.io.IOException;

/**
 * How values are written to a temporary file and read back.
 *
 * @param <T> the values' type
 */
interface Format<T> {

    /** Writes a value. */
    void write(T value, SpillWriter out) throws IOException;

    /** Reads a value back, equal to what was written. */
    T read(SpillReader in) throws IOException;

    /** About how much memory a value occupies, in bytes. */
    int weight(T value);
}
