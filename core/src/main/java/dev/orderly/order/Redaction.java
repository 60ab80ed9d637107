package dev.orderly.order;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The salts and digests by which the personal parts of an entry can be erased while its hash stays: the hash chain covers a
 * salted digest of each part instead of the part. While all parts are there, one random salt is kept, of which each part's
 * own is derived. When some are erased, their digests are kept in their place, and of the salts only those of the other
 * parts, so that an erased part cannot be found by trying values. Immutable.
 *
 * @param salt the salt of all parts; null once something was erased
 * @param salts the salts of the parts that are left, by the part's name; empty before something was erased
 * @param erased the digests of the parts that were erased, by the part's name
 */
public record Redaction(@Nullable String salt, SortedMap<String, String> salts, SortedMap<String, String> erased) {

    public Redaction {
        salts = Collections.unmodifiableSortedMap(new TreeMap<>(salts));
        erased = Collections.unmodifiableSortedMap(new TreeMap<>(erased));
        if (salt == null && erased.isEmpty()) {
            throw new IllegalArgumentException("a redaction needs a salt, or digests of what was erased");
        }
    }

    /** The redaction of an entry that has all of its parts, with a salt that cannot be guessed. */
    public static Redaction of(String salt) {
        return new Redaction(salt, new TreeMap<>(), new TreeMap<>());
    }

    /** The digest of a part: of its bytes, or the one that is kept of an erased part. */
    String digest(String part, byte @Nullable [] bytes) {
        if (bytes == null) {
            return erased.getOrDefault(part, "");
        }
        return salted(saltOf(part), bytes);
    }

    private String saltOf(String part) {
        return salt == null
                ? salts.getOrDefault(part, "")
                : salted(salt, new CanonicalBytes().text(part).toByteArray());
    }

    private static String salted(String salt, byte[] bytes) {
        return HashChain.sha256(new CanonicalBytes().text(salt).raw(bytes).toByteArray());
    }

    /** The redaction that is left when some of the parts are erased. */
    Redaction without(Set<String> gone, Map<String, byte[]> parts) {
        SortedMap<String, String> left = new TreeMap<>();
        SortedMap<String, String> digests = new TreeMap<>(erased);
        parts.forEach((part, bytes) -> {
            if (gone.contains(part)) {
                digests.put(part, digest(part, bytes));
            } else {
                left.put(part, saltOf(part));
            }
        });
        return digests.isEmpty() ? this : new Redaction(null, left, digests);
    }
}
