package dev.orderly.internal.step;

import java.security.SecureRandom;
import java.util.HexFormat;

/** A source of salts from a secure random generator. Thread-safe. */
final class Salts {

    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    /** A new salt of 16 bytes, in hexadecimal. */
    String next() {
        byte[] salt = new byte[BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }
}
