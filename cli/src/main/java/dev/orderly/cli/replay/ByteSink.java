package dev.orderly.cli.replay;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts as bytes in an array that grows. */
final class ByteSink {

    private static final int START = 1 << 12;
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[START];
    private int size;

    /** Writes a number: seven bits a byte, the lowest first, small ones of either sign in one byte. */
    void number(long number) {
        reserve(LONGEST_NUMBER);
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    int size() {
        return size;
    }

    /** The array that holds the bytes, of which the first {@link #size} are written. */
    byte[] array() {
        return bytes;
    }

    /** Forgets what was written and keeps the room. */
    void clear() {
        size = 0;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.multiplyExact(bytes.length, 2), Math.addExact(size, more)));
        }
    }
}
