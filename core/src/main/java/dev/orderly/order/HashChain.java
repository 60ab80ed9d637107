package dev.orderly.order;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The hash chain of a history: each entry's hash covers the hash before it and all of the entry. What may be personal enters
 * as salted digests, which its {@link Redaction} has, so that it can be erased later without breaking the chain. The layout
 * of the bytes is that of {@code docs/hash-chain.md}; it depends on no name of a class, and any language can check it.
 */
public final class HashChain {

    /** What stands in the place of a hash before the first entry. */
    public static final String START = "";

    /** The first thing in the bytes of each entry; another layout has another format. */
    static final String FORMAT = "orderly-history-1";

    private HashChain() {}

    /**
     * The hash of an activity that follows the given hash: SHA-256 in lower-case hexadecimal.
     *
     * @throws IllegalArgumentException if the activity has a value of a type that {@link dev.orderly.workflow.Data} does not
     *     name
     */
    public static String next(String previous, Activity activity, Redaction redaction) {
        return sha256(bytes(previous, activity, redaction));
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
            return placement == null ? bytes.integer(0) : placement(placement);
        }

        private CanonicalBytes placement(Placement placement) {
            bytes.integer(1)
                    .text(placement.number())
                    .text(placement.workflow())
                    .integer(placement.version())
                    .text(placement.customer().language())
                    .integer(placement.lines().size());
            for (Line line : placement.lines()) {
                bytes.text(line.sku())
                        .text(line.title())
                        .integer(line.quantity())
                        .date(line.availableFrom());
            }
            return bytes;
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
