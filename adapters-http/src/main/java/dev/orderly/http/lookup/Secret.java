package dev.orderly.http.lookup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that signs texts (HMAC-SHA-256, RFC 2104), by which the program recognizes what it wrote itself. Thread-safe.
 */
final class Secret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MIN_LENGTH = 32;

    private final SecretKeySpec key;

    private Secret(byte[] bytes) {
        key = new SecretKeySpec(bytes, ALGORITHM);
    }

    /** A secret that lasts as long as the process. */
    static Secret random() {
        byte[] bytes = new byte[MIN_LENGTH];
        new SecureRandom().nextBytes(bytes);
        return new Secret(bytes);
    }

    /**
     * A secret that several nodes, or one after a restart, have in common.
     *
     * @throws IllegalArgumentException if it has fewer than 32 bytes
     */
    static Secret of(byte[] bytes) {
        if (bytes.length < MIN_LENGTH) {
            throw new IllegalArgumentException("the secret of the status page needs at least " + MIN_LENGTH
                    + " random bytes, but has " + bytes.length);
        }
        return new Secret(bytes.clone());
    }

    /** The signature of a text. */
    byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    /** A number that cannot be predicted without the secret. */
    int hash(String text) {
        return ByteBuffer.wrap(sign(text)).getInt();
    }
}
