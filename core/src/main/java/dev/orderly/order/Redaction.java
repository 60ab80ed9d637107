package dev.orderly.order;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What lets the personal parts of an activity be erased without breaking the hash chain: the chain covers a salted digest
 * of each part instead of the part. While all parts are there, one random salt is kept, of which each part's own is
 * derived. When some are erased, their digests are kept in their place, and of the salts only those of the other parts: what
 * was erased cannot be found out by trying. Immutable.
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
            throw new IllegalArgumentException("a seal needs a salt, or digests of what was erased");
        }
    }

    /** The seal of an activity that has all of its parts, with a salt that nobody can guess. */
    public static Redaction of(String salt) {
        return new Redaction(salt, new TreeMap<>(), new TreeMap<>());
    }

    /** Tells whether a part was erased. */
    boolean lacks(String part) {
        return erased.containsKey(part);
    }

    /** The digest of a part: of its value, or the one that is kept of an erased one. */
    String digest(String part, @Nullable String value) {
        String kept = erased.get(part);
        if (value == null) {
            return kept == null ? "" : kept;
        }
        return HashChain.digest(saltOf(part), value);
    }

    private String saltOf(String part) {
        return salt == null ? salts.getOrDefault(part, "") : HashChain.digest(salt, part);
    }

    /** The seal that is left when some of the parts are erased. */
    Redaction without(Set<String> gone, Map<String, String> parts) {
        SortedMap<String, String> left = new TreeMap<>();
        SortedMap<String, String> digests = new TreeMap<>(erased);
        parts.forEach((part, value) -> {
            if (gone.contains(part)) {
                digests.put(part, digest(part, value));
            } else {
                left.put(part, saltOf(part));
            }
        });
        return digests.isEmpty() ? this : new Redaction(null, left, digests);
    }
}
