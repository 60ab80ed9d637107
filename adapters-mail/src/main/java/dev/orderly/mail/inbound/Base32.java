package dev.orderly.mail.inbound;

import java.util.Optional;

/**
 * Bytes as letters and digits that survive a mail system which changes their case: Base32 of RFC 4648 in lower case,
 * without padding. Each text is read in one way only: one whose last bits mean nothing, and are not zero, is none.
 */
final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private Base32() {}

    /** How many bytes a text of a length can hold. */
    static int capacity(int length) {
        return length * 5 / 8;
    }

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            bits = bits << 8 | (b & 0xff);
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt(bits >> held & 31));
            }
            bits &= (1 << held) - 1;
        }
        if (held > 0) {
            text.append(ALPHABET.charAt(bits << (5 - held) & 31));
        }
        return text.toString();
    }

    static Optional<byte[]> decode(String text) {
        byte[] bytes = new byte[capacity(text.length())];
        int filled = 0;
        int bits = 0;
        int held = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int value = ALPHABET.indexOf(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
            if (value < 0) {
                return Optional.empty();
            }
            bits = bits << 5 | value;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[filled++] = (byte) (bits >> held);
                bits &= (1 << held) - 1;
            }
        }
        return held < 5 && bits == 0 ? Optional.of(bytes) : Optional.empty();
    }
}
