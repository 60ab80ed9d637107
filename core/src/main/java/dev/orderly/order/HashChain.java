package dev.orderly.order;

import dev.orderly.workflow.MovedItems;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hash chain of a history: each entry's hash covers the hash before it and all of the entry. What may be personal enters
 * as salted digests, which its {@link Redaction} has, so that it can be erased later without breaking the chain. With {@link
 * ChainKeys} only who has them can write an entry that verifies. The layout of the bytes is that of {@code
 * docs/hash-chain.md}; it depends on no name of a class, and any language can check it.
 */
public final class HashChain {

    /** What stands in the place of a hash before the first entry. */
    public static final String START = "";

    /** The first thing in the bytes of each entry; another layout has another format. */
    static final String FORMAT = "orderly-history-1";

    /** What a hash that is made with a key begins with; the key's id and the HMAC follow, with a colon between. */
    static final String KEYED = "hmac:";

    private static final Pattern KEYED_HASH =
            Pattern.compile(KEYED + "(" + ChainKey.ID.pattern() + "):[A-Za-z0-9_-]{43}");

    private HashChain() {}

    /**
     * The hash, without a key, of an activity that follows the given hash: SHA-256 in lower-case hexadecimal.
     *
     * @throws IllegalArgumentException if the activity has a value of a type that {@link dev.orderly.workflow.Data} does not
     *     name
     */
    public static String next(String previous, Activity activity, Redaction redaction) {
        return sha256(bytes(previous, activity, redaction));
    }

    /**
     * The hash of an activity that follows the given hash, with the newest of some keys that is in use: SHA-256 as in {@link
     * #next(String, Activity, Redaction)}, or {@code hmac:}, the key's id, a colon and the HMAC-SHA-256 in 43 characters of
     * base64url; 64 characters at most.
     *
     * @param now when it is written, which decides with the activity's own time, whichever is later, what key it has
     * @throws IllegalArgumentException if the given hash is made with a key that is not one of these, or the activity has a
     *     value of a type that {@link dev.orderly.workflow.Data} does not name
     */
    public static String next(String previous, Activity activity, Redaction redaction, ChainKeys keys, Instant now) {
        ChainKey key = keys.forWriting(previous, now.isBefore(activity.at()) ? activity.at() : now);
        byte[] bytes = bytes(previous, activity, redaction);
        return key == null ? sha256(bytes) : key.hash(bytes);
    }

    /** How the hash of an entry stands to the hash before it, by some keys. */
    public static ChainLink check(String previous, HistoryEntry entry, ChainKeys keys) {
        return keys.check(previous, entry);
    }

    /** The id of the key that a hash is made with; empty for a hash without a key. */
    public static Optional<String> keyId(String hash) {
        if (!hash.startsWith(KEYED)) {
            return Optional.empty();
        }
        Matcher matcher = KEYED_HASH.matcher(hash);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The bytes that are hashed. */
    static byte[] bytes(String previous, Activity activity, Redaction redaction) {
        CanonicalBytes bytes = new CanonicalBytes()
                .text(FORMAT)
                .text(previous)
                .text(activity.kind().code())
                .integer(activity.sequence())
                .time(activity.at())
                .text(activity.actor().role())
                .text(activity.requestId());
        activity.accept(new Content(bytes));
        SortedMap<String, byte[]> parts = PersonalParts.of(activity);
        SortedSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(redaction.erased().keySet());
        bytes.integer(names.size());
        for (String name : names) {
            bytes.text(name).text(redaction.digest(name, parts.get(name)));
        }
        return bytes.toByteArray();
    }

    /** The SHA-256 of some bytes in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
        }
    }

    /** What an entry has besides what all have, without what may be personal. */
    private static final class Content implements Activity.Visitor<CanonicalBytes> {

        private final CanonicalBytes bytes;

        Content(CanonicalBytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public CanonicalBytes transition(TransitionEntry entry) {
            CaseRef about = entry.caseRef();
            bytes.integer(about == null ? 0 : about.id())
                    .text(about == null ? null : about.type())
                    .text(entry.from())
                    .text(entry.event())
                    .text(entry.to());
            Placement placement = entry.placement();
            if (placement == null) {
                bytes.integer(0);
            } else {
                placement(placement);
            }
            bytes.integer(entry.items().size());
            for (MovedItems moved : entry.items()) {
                bytes.text(moved.line()).text(moved.from()).text(moved.to()).integer(moved.quantity());
            }
            return bytes.integer(entry.parcel() ? 1 : 0);
        }

        private void placement(Placement placement) {
            bytes.integer(1)
                    .text(placement.number())
                    .text(placement.workflow())
                    .integer(placement.version())
                    .text(placement.customer().language())
                    .integer(placement.lines().size());
            for (Line line : placement.lines()) {
                bytes.text(line.id())
                        .text(line.sku())
                        .text(line.title())
                        .integer(line.quantity())
                        .money(line.price())
                        .date(line.availableFrom())
                        .text(line.imageUrl())
                        .text(line.productUrl());
            }
        }

        @Override
        public CanonicalBytes comment(Comment comment) {
            return bytes.text(comment.visibility().code());
        }

        @Override
        public CanonicalBytes notificationPreference(NotificationPreference preference) {
            return bytes.integer(preference.muted() ? 1 : 0);
        }

        @Override
        public CanonicalBytes migration(Migration migration) {
            return bytes.integer(migration.fromVersion())
                    .integer(migration.toVersion())
                    .text(migration.from())
                    .text(migration.to());
        }

        @Override
        public CanonicalBytes erasure(ErasureEntry erasure) {
            bytes.integer(erasure.fields().size());
            erasure.fields().forEach(bytes::text);
            return bytes;
        }
    }
}
