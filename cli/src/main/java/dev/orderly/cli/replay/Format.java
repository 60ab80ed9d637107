package dev.orderly.cli.replay;

import java.io.IOException;

/**
 * How values are kept as bytes, and by what they are sorted: by their key, then by their subkey, then as they came.
 *
 * @param <T> the values' type
 */
interface Format<T> {

    /** Writes a value. */
    void write(T value, ByteSink out);

    /** Reads a value back, equal to what was written. */
    T read(ByteSource in) throws IOException;

    /** What values are sorted by first; unsigned. */
    long key(T value);

    /** What values of one key are sorted by; not negative. */
    int subkey(T value);
}
