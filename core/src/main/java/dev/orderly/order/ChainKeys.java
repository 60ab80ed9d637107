package dev.orderly.order;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a {@link HashChain}, the oldest first. An entry is written with the newest key whose time has come; along a
 * history keys are never older than before, nor left out again. So a new key is first given to every program that writes, with
 * a {@linkplain ChainKey#withSince time} by which all have it; entries without it that are not older than that are found.
 * Immutable and thread-safe.
 */
public final class ChainKeys {

    /** No keys: entries are written and checked without. */
    public static final ChainKeys NONE = new ChainKeys(List.of());

    private static final int UNKNOWN = -1;

    private final List<ChainKey> keys;

    private ChainKeys(List<ChainKey> keys) {
        this.keys = keys;
    }

    /**
     * Keys, the oldest first.
     *
     * @throws IllegalArgumentException if two have the same id, one but the first has no time from which on it is used or an
     *     earlier one than that before it, or the secret of the newest is lost
     */
    public static ChainKeys of(ChainKey... oldestFirst) {
        return of(List.of(oldestFirst));
    }

    private static ChainKeys of(List<ChainKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            requirePlace(keys.get(i), keys.subList(0, i));
        }
        if (!keys.isEmpty() && keys.get(keys.size() - 1).isLost()) {
            throw new IllegalArgumentException("the newest chain key cannot be a lost one: give another behind it");
        }
        return new ChainKeys(List.copyOf(keys));
    }

    private static void requirePlace(ChainKey key, List<ChainKey> older) {
        if (older.stream().anyMatch(other -> other.id().equals(key.id()))) {
            throw new IllegalArgumentException("two chain keys have the id " + key.id());
        }
        if (!older.isEmpty()) {
            ChainKey last = older.get(older.size() - 1);
            if (!key.since().orElse(Instant.MIN).isAfter(last.since().orElse(Instant.MIN))) {
                throw new IllegalArgumentException(
                        key + " needs a time from which on it is used, later than that of " + last + " before it");
            }
        }
    }

    /**
     * Keys as a text: a line for each, the oldest first, {@code ID SECRET} or {@code ID SECRET since TIME}; the secret in
     * Base64, or the word {@code lost}; the time as in {@code 2026-12-01T06:00:00Z}. Empty lines, and those that begin with
     * {@code #}, say nothing.
     *
     * @throws IllegalArgumentException if it is anything else, or there is no key; the message names the line, and shows
     *     nothing of a secret
     */
    public static ChainKeys parse(String text) {
        List<ChainKey> keys = new ArrayList<>();
        int number = 0;
        for (String line : text.split("\\R", -1)) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                try {
                    ChainKey key = key(line.strip().split("\\s+"));
                    requirePlace(key, keys);
                    keys.add(key);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + number + " of the chain keys: " + e.getMessage());
                }
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no chain key in the text: write a line ID SECRET");
        }
        return of(keys);
    }

    private static ChainKey key(String[] words) {
        boolean timed = words.length == 4 && words[2].equals("since");
        if (words.length != 2 && !timed) {
            throw new IllegalArgumentException(
                    "it must be ID SECRET, or ID SECRET since TIME, but has " + words.length + " words, or others");
        }
        ChainKey key = words[1].equals("lost") ? ChainKey.lost(words[0]) : ChainKey.of(words[0], secret(words[1]));
        return timed ? key.withSince(time(words[3])) : key;
    }

    private static byte[] secret(String base64) {
        try {
            return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the secret must be in Base64, as openssl rand -base64 32 gives it");
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "the time must be one in UTC, such as 2026-12-01T06:00:00Z, but is " + text);
        }
    }

    /** Whether there is no key. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether an entry can be written behind one with this hash. */
    public boolean canFollow(String hash) {
        return rank(hash) != UNKNOWN;
    }

    /**
     * Whether an entry with this hash that was written at a time, or later, has a key that was in use then. A key that is not
     * one of these is taken for newer.
     */
    public boolean isRecentEnough(String hash, Instant written) {
        int rank = rank(hash);
        return rank == UNKNOWN || rank >= required(written);
    }

    /**
     * The key of an entry that is written now; null for none.
     *
     * @throws IllegalArgumentException if the entry before it has a key that is not one of these
     */
    @Nullable
    ChainKey forWriting(String previous, Instant now) {
        int before = rank(previous);
        if (before == UNKNOWN) {
            throw new IllegalArgumentException("an entry cannot follow one that is made with the chain key "
                    + HashChain.keyId(previous).orElseThrow() + ", which is not given");
        }
        int rank = Math.max(before, required(now));
        return rank == 0
                ? null
                : keys.subList(rank - 1, keys.size()).stream()
                        .filter(key -> !key.isLost())
                        .findFirst()
                        .orElseThrow();
    }

    /** How the hash of an entry stands to these keys and to the hash before it. */
    ChainLink check(String previous, HistoryEntry entry) {
        int rank = rank(entry.hash());
        if (rank == UNKNOWN) {
            return ChainLink.UNCHECKED;
        }
        ChainKey key = rank == 0 ? null : keys.get(rank - 1);
        boolean lost = key != null && key.isLost();
        if (!lost) {
            byte[] bytes = HashChain.bytes(previous, entry.activity(), entry.redaction());
            if (!entry.hash().equals(key == null ? HashChain.sha256(bytes) : key.hash(bytes))) {
                return ChainLink.BROKEN;
            }
        }
        int before = rank(previous);
        if (rank < (before == UNKNOWN ? 1 : before)
                || rank < required(entry.activity().at())) {
            return ChainLink.KEYLESS;
        }
        return lost ? ChainLink.UNCHECKED : ChainLink.SOUND;
    }

    /** The place of the key that a hash is made with, from 1; 0 for none. */
    private int rank(String hash) {
        String id = HashChain.keyId(hash).orElse(null);
        if (id == null) {
            return 0;
        }
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).id().equals(id)) {
                return i + 1;
            }
        }
        return UNKNOWN;
    }

    /** The place of the newest key that was in use at a time, from 1; 0 for none. */
    private int required(Instant time) {
        int rank = keys.size();
        while (rank > 0 && !keys.get(rank - 1).isInUse(time)) {
            rank--;
        }
        return rank;
    }

    /** The ids of the keys. */
    @Override
    public String toString() {
        return "chain keys " + keys.stream().map(ChainKey::id).collect(Collectors.toList());
    }
}
