package dev.orderly.cli.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/**
 * Values in memory that are to be sorted. They are kept as bytes, not as objects: millions of objects that live for a
 * second are what a garbage collector likes least, and the bytes can go to a file as they are.
 *
 * @param <T> the values' type
 */
final class SortBuffer<T> {

    private static final int START = 1 << 8;
    private static final int DIGIT_BITS = 8;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int SUBKEY_DIGITS = Integer.SIZE / DIGIT_BITS;
    private static final int KEY_DIGITS = Long.SIZE / DIGIT_BITS;
    private static final int OUTPUT_BYTES = 1 << 16;

    /** What a value occupies besides its bytes: its key, subkey and place, and its rank twice. */
    private static final int BYTES_PER_VALUE = 24;

    private final Format<T> format;
    private final ByteSink bytes = new ByteSink();
    private long[] keys = new long[START];
    private int[] subkeys = new int[START];
    private int[] places = new int[START + 1];
    private int count;

    SortBuffer(Format<T> format) {
        this.format = format;
    }

    void add(T value) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            subkeys = Arrays.copyOf(subkeys, count * 2);
            places = Arrays.copyOf(places, count * 2 + 1);
        }
        keys[count] = format.key(value);
        subkeys[count] = format.subkey(value);
        format.write(value, bytes);
        count++;
        places[count] = bytes.size();
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** About how much memory the values occupy, in bytes. */
    long weight() {
        return bytes.size() + (long) BYTES_PER_VALUE * count;
    }

    void clear() {
        bytes.clear();
        count = 0;
    }

    /** Gives the values in order. */
    void drainTo(Sorter.Sink<T> sink) throws IOException {
        ByteSource source = ByteSource.of(bytes);
        for (int index : sorted()) {
            source.seek(places[index]);
            sink.accept(format.read(source));
        }
    }

    /** Writes the values in order. */
    void writeTo(WritableByteChannel channel) throws IOException {
        ByteBuffer output = ByteBuffer.allocateDirect(OUTPUT_BYTES);
        for (int index : sorted()) {
            int place = places[index];
            while (place < places[index + 1]) {
                int part = Math.min(places[index + 1] - place, output.remaining());
                output.put(bytes.array(), place, part);
                place += part;
                if (!output.hasRemaining()) {
                    flush(output, channel);
                }
            }
        }
        flush(output, channel);
    }

    private static void flush(ByteBuffer output, WritableByteChannel channel) throws IOException {
        output.flip();
        while (output.hasRemaining()) {
            channel.write(output);
        }
        output.clear();
    }

    /** The indices of the values in order, by a radix sort from the last digit: it is stable, and linear in time. */
    private int[] sorted() {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        int[] spare = new int[count];
        for (int digit = 0; digit < SUBKEY_DIGITS + KEY_DIGITS; digit++) {
            if (sort(order, spare, digit)) {
                int[] sorted = spare;
                spare = order;
                order = sorted;
            }
        }
        return order;
    }

    /** Sorts by one digit; false if all values have the same one, and nothing was done. */
    private boolean sort(int[] from, int[] to, int digit) {
        int[] starts = new int[DIGITS + 1];
        for (int index : from) {
            starts[digit(index, digit) + 1]++;
        }
        for (int i = 1; i <= DIGITS; i++) {
            if (starts[i] == count) {
                return false;
            }
        }
        for (int i = 1; i <= DIGITS; i++) {
            starts[i] += starts[i - 1];
        }
        for (int index : from) {
            to[starts[digit(index, digit)]++] = index;
        }
        return true;
    }

    private int digit(int index, int digit) {
        long bits = digit < SUBKEY_DIGITS
                ? subkeys[index] >>> (digit * DIGIT_BITS)
                : keys[index] >>> ((digit - SUBKEY_DIGITS) * DIGIT_BITS);
        return (int) bits & (DIGITS - 1);
    }
}
