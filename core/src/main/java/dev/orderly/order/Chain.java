package dev.orderly.order;

import dev.orderly.workflow.Data;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hash chain of a history. Every part of an activity goes into its hash with its length before it, so that no two
 * different activities give the same bytes. What a person said or told is hashed first and enters as that digest: it can
 * be erased later without breaking the chain.
 */
public final class Chain {

    /** What stands in the place of a hash before the first entry. */
    public static final String START = "";

    private static final String BROKEN = "utf-16:";

    private final MessageDigest digest = sha256();

    private Chain() {}

    /** The hash of an activity that follows the given hash: SHA-256 in lower-case hexadecimal. */
    public static String next(String previous, Activity activity) {
        Chain chain = new Chain();
        chain.text(previous);
        chain.number(activity.sequence());
        chain.text(activity.actor().role());
        chain.text(activity.actor().id());
        chain.time(activity.at());
        chain.text(activity.requestId());
        if (activity instanceof HistoryEntry entry) {
            chain.entry(entry);
        } else if (activity instanceof Comment comment) {
            chain.comment(comment);
        } else if (activity instanceof MuteChange change) {
            chain.text("mute");
            chain.number(change.muted() ? 1 : 0);
        } else if (activity instanceof Migration migration) {
            chain.migration(migration);
        }
        return chain.hex();
    }

    /** The SHA-256 of some bytes in lower-case hexadecimal. */
    public static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    private void entry(HistoryEntry entry) {
        text("transition");
        number(entry.about() == null ? 0 : entry.about().id());
        text(entry.about() == null ? null : entry.about().type());
        text(entry.from());
        text(entry.event());
        text(entry.to());
        text(digestOf(entry.data()));
        text(digestOf(entry.comment()));
        text(entry.placement() == null ? null : digestOf(entry.placement()));
    }

    private void comment(Comment comment) {
        text("comment");
        text(comment.visibility().name());
        text(digestOf(comment.text()));
        number(comment.attachments().size());
        for (Attachment attachment : comment.attachments()) {
            text(digestOf(attachment.name()));
            text(attachment.mediaType());
            number(attachment.size());
            text(attachment.sha256());
        }
    }

    private void migration(Migration migration) {
        text("migration");
        number(migration.fromVersion());
        number(migration.toVersion());
        text(migration.from());
        text(migration.to());
    }

    private static String digestOf(Data data) {
        Chain chain = new Chain();
        for (Map.Entry<String, Object> value : data.asMap().entrySet()) {
            chain.text(value.getKey());
            chain.text(value.getValue().getClass().getSimpleName());
            chain.text(value.getValue().toString());
        }
        return chain.hex();
    }

    private static @Nullable String digestOf(@Nullable String text) {
        if (text == null) {
            return null;
        }
        MessageDigest own = sha256();
        byte[] bytes = utf8(text);
        own.update(bytes == null ? utf16(text) : bytes);
        return bytes == null
                ? BROKEN + HexFormat.of().formatHex(own.digest())
                : HexFormat.of().formatHex(own.digest());
    }

    private static String digestOf(Placement placement) {
        Chain chain = new Chain();
        chain.text(placement.number());
        chain.text(placement.workflow());
        chain.number(placement.version());
        chain.text(digestOf(placement.customer().email()));
        chain.text(digestOf(placement.customer().name()));
        chain.text(placement.customer().language());
        chain.number(placement.lines().size());
        for (Line line : placement.lines()) {
            chain.text(line.sku());
            chain.text(line.title());
            chain.number(line.quantity());
            chain.text(
                    line.availableFrom() == null ? null : line.availableFrom().toString());
        }
        return chain.hex();
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
