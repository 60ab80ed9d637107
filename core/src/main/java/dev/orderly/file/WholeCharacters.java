package dev.orderly.file;

import java.io.IOException;
import java.io.StringReader;

/**
 * Reads a text without parting the two halves of a character beyond the basic plane: snakeyaml-engine 3.0.1 throws an
 * {@link IndexOutOfBoundsException} where the first half is the last character of a buffer that it had filled.
 */
final class WholeCharacters extends StringReader {

    WholeCharacters(String text) {
        super(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (length < 2) {
            return super.read(buffer, offset, length);
        }
        int read = super.read(buffer, offset, length - 1);
        boolean isParted = read > 0 && Character.isHighSurrogate(buffer[offset + read - 1]);
        int second = isParted ? super.read(buffer, offset + read, 1) : 0;
        return second > 0 ? read + second : read;
    }
}
