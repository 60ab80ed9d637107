package dev.orderly.order;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain of a history. Every part of an activity goes into its hash with its length before it, so that no two
 * different activities give the same bytes. What may tell something about a person enters as the digests of its
 * {@link Redaction}: it can be erased later without breaking the chain.
 */
public final class HashChain {

    /** What stands in the place of a hash before the first entry. */
    public static final String START = "";

    private final MessageDigest digest = sha256();

    private HashChain() {}

    /** The hash of an activity that follows the given hash: SHA-256 in lower-case hexadecimal. */
    public static String next(String previous, Activity activity, Redaction seal) {
        HashChain chain = new HashChain();
        chain.text(previous);
        chain.number(activity.sequence());
        chain.text(activity.actor().role());
        chain.time(activity.at());
        chain.text(activity.requestId());
        if (activity instanceof TransitionEntry entry) {
            chain.entry(entry);
        } else if (activity instanceof Comment comment) {
            chain.comment(comment);
        } else if (activity instanceof NotificationPreference change) {
            chain.text("mute");
            chain.number(change.muted() ? 1 : 0);
        } else if (activity instanceof Migration migration) {
            chain.migration(migration);
        }
        chain.personal(PersonalParts.of(activity), seal);
        return chain.hex();
    }

    /** The digest of a text that nobody can find out by trying without knowing the salt. */
    static String digest(String salt, String text) {
        HashChain chain = new HashChain();
        chain.text(salt);
        chain.text(text);
        return chain.hex();
    }

    /** The SHA-256 of some bytes in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private void entry(TransitionEntry entry) {
        text("transition");
        number(entry.caseRef() == null ? 0 : entry.caseRef().id());
        text(entry.caseRef() == null ? null : entry.caseRef().type());
        text(entry.from());
        text(entry.event());
        text(entry.to());
        Placement placement = entry.placement();
        number(placement == null ? 0 : 1);
        if (placement != null) {
            placement(placement);
        }
    }

    private void comment(Comment comment) {
        text("comment");
        text(comment.visibility().name());
    }

    private void migration(Migration migration) {
        text("migration");
        number(migration.fromVersion());
        number(migration.toVersion());
        text(migration.from());
        text(migration.to());
    }

    private void placement(Placement placement) {
        text(placement.number());
        text(placement.workflow());
        number(placement.version());
        text(placement.customer().language());
        number(placement.lines().size());
        for (Line line : placement.lines()) {
            text(line.sku());
            text(line.title());
            number(line.quantity());
            text(line.availableFrom() == null ? null : line.availableFrom().toString());
        }
    }

    private void personal(SortedMap<String, String> parts, Redaction seal) {
        SortedSet<String> names = new TreeSet<>(parts.keySet());
        names.addAll(seal.erased().keySet());
        number(names.size());
        for (String name : names) {
            text(name);
            text(seal.digest(name, parts.get(name)));
        }
    }

    private void text(@Nullable String text) {
        if (text == null) {
            number(-1);
            return;
        }
        byte[] bytes = utf8(text);
        if (bytes == null) {
            number(-2);
            bytes = utf16(text);
        }
        number(bytes.length);
        digest.update(bytes);
    }

    /** Null for a text with half of a surrogate pair, which UTF-8 would replace, so that two texts became the same. */
    private static byte @Nullable [] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte[] utf16(String text) {
        ByteBuffer units = ByteBuffer.allocate(Character.BYTES * text.length());
        units.asCharBuffer().put(text);
        return units.array();
    }

    private void time(Instant instant) {
        number(instant.getEpochSecond());
        number(instant.getNano());
    }

    private void number(long number) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, but this one has not", e);
        }
    }
}
