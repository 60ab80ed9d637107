package dev.orderly.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Knows people and programs by keys that they send as {@code Authorization: Bearer ord_…}: for a server that stands alone.
 * Immutable.
 *
 * <p>A key is looked for by its hash. How long that takes tells at most how the hash of a guess is like a hash that is
 * kept, and nobody who knew even a whole hash could find its key.
 */
public final class ApiKeys implements Access {

    private static final String SCHEME = "bearer ";

    /** Longer than any key; more is not even hashed. */
    private static final int MAX_LENGTH = 200;

    private final Map<String, Caller> callers;

    private ApiKeys(Map<String, Caller> callers) {
        this.callers = callers;
    }

    /**
     * Keys.
     *
     * @throws IllegalArgumentException if two have the same hash
     */
    public static ApiKeys of(List<ApiKey> keys) {
        Map<String, Caller> callers = new HashMap<>();
        for (ApiKey key : keys) {
            if (callers.put(key.sha256(), key.caller()) != null) {
                throw new IllegalArgumentException("two keys have the same hash: each must be somebody's own");
            }
        }
        return new ApiKeys(Map.copyOf(callers));
    }

    /**
     * The keys of a file. Each of its lines has the hash of a key, a role, and after it, if you like, an id by which the
     * history will name whoever uses it; a customer's line has the e-mail address there. Empty lines and what begins with
     * {@code #} are left out.
     *
     * <pre>
     * # the warehouse
     * 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae staff warehouse
     * </pre>
     *
     * @throws IllegalArgumentException if lines are wrong; the message names each of them
     * @throws java.io.UncheckedIOException if the file cannot be read
     */
    public static ApiKeys read(Path file) {
        return of(KeysFile.read(file));
    }

    /** Tells whether there is no key at all. */
    public boolean isEmpty() {
        return callers.isEmpty();
    }

    @Override
    public Optional<Caller> caller(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null
                || header.length() > MAX_LENGTH
                || !header.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return Optional.empty();
        }
        String key = header.substring(SCHEME.length()).strip();
        return Optional.ofNullable(callers.get(ApiKey.sha256(key)));
    }
}
