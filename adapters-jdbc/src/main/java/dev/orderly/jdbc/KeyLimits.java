package dev.orderly.jdbc;

import dev.orderly.decision.RequestLimits;
import dev.orderly.order.HashChain;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The texts that stand in columns with a length. Databases count it differently, H2 in UTF-16 code units, the others in code
 * points: a text of so many code units fits on each. A test holds the columns to these limits and to {@link RequestLimits}.
 */
final class KeyLimits {

    /** The longest fingerprint of a request. */
    static final int MAX_FINGERPRINT = 200;

    /** The longest salt of an entry. */
    static final int MAX_SALT = 200;

    private static final int HASH = 64;

    private KeyLimits() {}

    static String number(String number) {
        return required("an order's number", number, RequestLimits.MAX_NUMBER_LENGTH);
    }

    static String requestId(String id) {
        return required("a request's id", id, RequestLimits.MAX_REQUEST_ID_LENGTH);
    }

    static String fingerprint(String fingerprint) {
        return required("a request's fingerprint", fingerprint, MAX_FINGERPRINT);
    }

    static @Nullable String optionalRequestId(@Nullable String id) {
        return id == null ? null : requestId(id);
    }

    static @Nullable String actorId(@Nullable String id) {
        return id == null ? null : required("an actor's id", id, RequestLimits.MAX_ACTOR_ID_LENGTH);
    }

    static @Nullable String salt(@Nullable String salt) {
        return salt == null ? null : required("an entry's salt", salt, MAX_SALT);
    }

    /** Whether a text could be the number of an order. */
    static boolean canBeNumber(String text) {
        return canBe(text, RequestLimits.MAX_NUMBER_LENGTH);
    }

    /** Whether a text could be the id of a request. */
    static boolean canBeRequestId(String text) {
        return canBe(text, RequestLimits.MAX_REQUEST_ID_LENGTH);
    }

    /** Whether a text could be a SHA-256. */
    static boolean canBeHash(String text) {
        return canBe(text, HASH);
    }

    private static boolean canBe(String text, int limit) {
        return text.length() <= limit
                && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String required(String what, String text, int limit) {
        int length = text.length();
        if (length > limit) {
            throw new IllegalArgumentException(
                    what + " can have " + limit + " characters in a database, but this one has " + length);
        }
        if (!canBe(text, limit)) {
            throw new IllegalArgumentException(
                    what + " cannot have a NUL or half of a surrogate pair in it: not every database can keep it");
        }
        return text;
    }

    /** What a customer is found by: a digest of the e-mail address, equal for addresses that differ in letter case only. */
    static @Nullable String customer(@Nullable String email) {
        if (email == null) {
            return null;
        }
        int[] folded = email.codePoints()
                .map(c -> Character.toLowerCase(Character.toUpperCase(c)))
                .toArray();
        return HashChain.sha256(new String(folded, 0, folded.length).getBytes(StandardCharsets.UTF_8));
    }
}
