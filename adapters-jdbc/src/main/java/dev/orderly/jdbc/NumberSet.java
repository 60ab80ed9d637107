package dev.orderly.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Numbers of very many orders, in eight bytes each: a part of a salted digest, so that an attacker cannot choose a number that
 * is taken for another. Not thread-safe until it is closed, and thread-safe afterwards.
 */
final class NumberSet {

    private static final int FIRST_CAPACITY = 1024;

    private final byte[] salt = new byte[16];
    private long[] digests = new long[FIRST_CAPACITY];
    private int size;

    NumberSet() {
        new SecureRandom().nextBytes(salt);
    }

    void add(String number) {
        if (size == digests.length) {
            digests = Arrays.copyOf(digests, 2 * size);
        }
        digests[size++] = digest(number);
    }

    /** Says that all are added. */
    void close() {
        digests = Arrays.copyOf(digests, size);
        Arrays.sort(digests);
    }

    boolean contains(String number) {
        return Arrays.binarySearch(digests, digest(number)) >= 0;
    }

    private long digest(String number) {
        MessageDigest digest = Heads.sha256();
        digest.update(salt);
        return ByteBuffer.wrap(digest.digest(number.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }
}
