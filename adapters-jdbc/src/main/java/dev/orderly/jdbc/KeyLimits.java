package dev.orderly.jdbc;

import dev.orderly.order.HashChain;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The texts that stand in columns of their own, which have limits that differ among databases: ours hold on all. */
final class KeyLimits {

    /** The longest order number, in UTF-16 code units, which is what H2 counts. */
    static final int MAX_NUMBER = 100;

    /** The longest request id, actor's id or fingerprint, in UTF-16 code units. */
    static final int MAX_ID = 200;

    private KeyLimits() {}

    static String number(String number) {
        return required("an order's number", number, MAX_NUMBER);
    }

    static String requestId(String id) {
        return required("a request's id", id, MAX_ID);
    }

    static String fingerprint(String fingerprint) {
        return required("a request's fingerprint", fingerprint, MAX_ID);
    }

    static @Nullable String optionalId(String what, @Nullable String id) {
        return id == null ? null : required(what, id, MAX_ID);
    }

    /** Tells whether a text could be the number of an order that is there. */
    static boolean canBe(String text, int limit) {
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
