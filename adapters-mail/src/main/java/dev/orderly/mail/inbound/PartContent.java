package dev.orderly.mail.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Locale;

/** The decoded bytes of a part, up to a limit. */
final class PartContent {

    private final byte[] bytes;
    private final long size;
    private final boolean whole;

    private PartContent(byte[] bytes, long size, boolean whole) {
        this.bytes = bytes;
        this.size = size;
        this.whole = whole;
    }

    /** How many bytes a part has, without reading it: exact where Base64 stands in full lines. */
    static long roughSize(Part part) throws MessagingException, IOException {
        try (InputStream raw = RawSource.bytesOf(part)) {
            long encoded = raw.available();
            return encoding(part).equals("base64") ? encoded * 57 / 78 : encoded;
        }
    }

    /** Reads a part; what is beyond the limit is counted and thrown away. */
    static PartContent of(Part part, long limit) throws MessagingException, IOException {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 << 10];
        long size = 0;
        boolean damaged = false;
        try (InputStream in = decoded(part)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                kept.write(buffer, 0, (int) Math.max(0, Math.min(read, limit - size)));
                size += read;
            }
        } catch (IOException e) {
            // what came before the damage is better than nothing
            damaged = true;
        }
        return new PartContent(kept.toByteArray(), size, !damaged && size <= limit);
    }

    /** Not by the library's own decoders: those throw away everything for one wrong letter, or ask system properties. */
    private static InputStream decoded(Part part) throws MessagingException, IOException {
        InputStream raw = RawSource.bytesOf(part);
        return switch (encoding(part)) {
            case "base64" -> Base64.getMimeDecoder().wrap(raw);
            case "quoted-printable" -> MimeUtility.decode(raw, "quoted-printable");
            default -> raw;
        };
    }

    private static String encoding(Part part) throws MessagingException {
        String[] encoding = part.getHeader("Content-Transfer-Encoding");
        return encoding == null ? "" : encoding[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The bytes, not copied. */
    byte[] bytes() {
        return bytes;
    }

    /** How many bytes it has, those beyond the limit included. */
    long size() {
        return size;
    }

    /** Whether all bytes could be decoded and none is missing. */
    boolean isWhole() {
        return whole;
    }
}
