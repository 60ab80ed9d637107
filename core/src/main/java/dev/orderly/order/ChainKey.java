package dev.orderly.order;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A secret key of the {@link HashChain}: an entry whose hash is made with it can be written, and changed, by nobody who does
 * not have it. Its bytes cannot be read from it, and {@code toString} shows its id only. Immutable and thread-safe.
 */
public final class ChainKey {

    /** The fewest bytes of a secret: as many as a SHA-256 has. */
    public static final int MIN_BYTES = 32;

    /** The longest id, with which a hash still fits into 64 characters. */
    static final int MAX_ID_LENGTH = 15;

    static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0," + (MAX_ID_LENGTH - 1) + "}");

    private static final String ALGORITHM = "HmacSHA256";

    private final String id;
    private final @Nullable SecretKeySpec secret;
    private final @Nullable Instant since;

    private ChainKey(String id, @Nullable SecretKeySpec secret, @Nullable Instant since) {
        this.id = id;
        this.secret = secret;
        this.since = since;
    }

    /**
     * A key that entries have from the beginning.
     *
     * @param id what names the key in the hashes that are made with it, such as {@code 2026-11}: up to 15 lower-case letters,
     *     digits and hyphens
     * @param secret random bytes, which are copied
     * @throws IllegalArgumentException if the id is another, or the secret has fewer than 32 bytes
     */
    public static ChainKey of(String id, byte[] secret) {
        if (secret.length < MIN_BYTES) {
            throw new IllegalArgumentException("the secret of the chain key needs at least " + MIN_BYTES
                    + " random bytes, but has " + secret.length);
        }
        return new ChainKey(checked(id), new SecretKeySpec(secret, ALGORITHM), null);
    }

    /**
     * A key whose secret is lost: entries can be written with a newer key behind those that have it, and those that have it
     * cannot be checked.
     *
     * @throws IllegalArgumentException if no key can have the id
     */
    public static ChainKey lost(String id) {
        return new ChainKey(checked(id), null, null);
    }

    /** The same key for the entries from a time on. Each program that writes must have it by then. */
    public ChainKey withSince(Instant time) {
        return new ChainKey(id, secret, time);
    }

    /** What names the key. */
    public String id() {
        return id;
    }

    /** The time from which on entries must have this key or a newer one; empty if all must. */
    public Optional<Instant> since() {
        return Optional.ofNullable(since);
    }

    boolean isLost() {
        return secret == null;
    }

    boolean isInUse(Instant time) {
        return since == null || !time.isBefore(since);
    }

    /** The hash of an entry's bytes. */
    String hash(byte[] bytes) {
        if (secret == null) {
            throw new IllegalStateException("the secret of " + this + " is lost");
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HashChain.KEYED
                    + id
                    + ":"
                    + new String(
                            Base64.getUrlEncoder().withoutPadding().encode(mac.doFinal(bytes)),
                            StandardCharsets.ISO_8859_1);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM + ", but this one has not", e);
        }
    }

    /** The id may be a secret in the wrong place, so that the message does not show it. */
    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("the id of a chain key must be up to " + MAX_ID_LENGTH
                    + " lower-case letters, digits and hyphens, such as 2026-11, but this one has " + id.length()
                    + " characters, or others");
        }
        return id;
    }

    @Override
    public String toString() {
        return "chain key " + id;
    }
}
