package dev.orderly.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Identifies people and programs by keys that they send as {@code Authorization: Bearer ord_…}: for a stand-alone
 * server. Immutable.
 *
 * <p>A key is found by its hash. The time that this takes reveals at most how similar the hash of a guess is to a
 * stored hash, and even a whole hash does not lead to its key.
 */
public final class ApiKeys implements Access {

    private static final String SCHEME = "bearer ";

    /** More characters than any key has; a longer text is not hashed. */
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
     * The keys of a file. Each of its lines has the hash of a key, a role, and after it, if you like, an id by which
     * the history names the key's user; a customer's line has the e-mail address there. Empty lines and lines that
     * begin with {@code #} are skipped.
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

    /** Whether there is no key at all. */
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
