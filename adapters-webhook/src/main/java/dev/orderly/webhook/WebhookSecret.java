package dev.orderly.webhook;

import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret key that webhooks to one endpoint are signed with, known to sender and receiver only. Immutable;
 * {@code toString} does not show it.
 */
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";

    /** The bounds of Standard Webhooks 1.0.0, in bytes. */
    private static final int MIN_LENGTH = 24;

    private static final int MAX_LENGTH = 64;

    private final byte[] bytes;

    private WebhookSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A secret as Standard Webhooks writes it: 24 to 64 bytes in Base64, with or without {@code whsec_} before it.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static WebhookSecret of(String text) {
        String base64 = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook's secret must be whsec_ and Base64, but it is no Base64", e);
        }
        if (bytes.length < MIN_LENGTH || bytes.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a webhook's secret must have " + MIN_LENGTH + " to " + MAX_LENGTH
                    + " bytes, but has " + bytes.length + ": make one with WebhookSecret.random()");
        }
        return new WebhookSecret(bytes);
    }

    /** A new secret of 32 bytes. */
    public static WebhookSecret random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    /** The secret as text, to be given to the receiver and kept with the other secrets. */
    public String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    SecretKeySpec key(String algorithm) {
        return new SecretKeySpec(bytes, algorithm);
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
