package dev.orderly.mail.inbound;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Headers as they come, which is not always as the standards want them: what cannot be read is taken as not there. */
final class Headers {

    private static final ContentType PLAIN = new ContentType("text", "plain", null);
    private static final ContentType UNKNOWN = new ContentType("application", "octet-stream", null);

    private static final Pattern TYPE = Pattern.compile("\\s*([A-Za-z0-9.+-]{1,60})/([A-Za-z0-9.+-]{1,60})");

    private Headers() {}

    /** The bare address of the first one in a header; empty where there is none. */
    static String address(String header) {
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(header, false);
            String first = addresses.length == 0 ? null : addresses[0].getAddress();
            return first == null ? "" : first;
        } catch (AddressException e) {
            return "";
        }
    }

    /** A text whose encoded words (RFC 2047) are decoded, as far as they can be. */
    static String text(String header) {
        String read = header.chars().allMatch(c -> c < 0x100) ? unmasked(header) : header;
        try {
            return MimeUtility.decodeText(read);
        } catch (UnsupportedEncodingException | IllegalArgumentException e) {
            return read;
        }
    }

    /** The headers of parts are read as Latin-1, whatever their bytes are; those that are UTF-8 are read again. */
    private static String unmasked(String header) {
        return Charsets.strictly(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)
                .orElse(header);
    }

    /** The type of a part: plain text where it says none, unknown where it says what is none. */
    static ContentType type(Part part) throws MessagingException {
        String[] values = part.getHeader("Content-Type");
        if (values == null) {
            return PLAIN;
        }
        try {
            return new ContentType(MimeUtility.unfold(values[0]));
        } catch (ParseException e) {
            return bare(values[0]);
        }
    }

    /** A type whose parameters cannot be read, without them. */
    private static ContentType bare(String header) {
        Matcher type = TYPE.matcher(header);
        return type.lookingAt() ? new ContentType(type.group(1), type.group(2), null) : UNKNOWN;
    }

    /** The name of the file that a part is; empty if it has none. */
    static Optional<String> fileName(Part part, ContentType type) throws MessagingException {
        @Nullable String name = null;
        String[] disposition = part.getHeader("Content-Disposition");
        if (disposition != null) {
            try {
                name = new ContentDisposition(MimeUtility.unfold(disposition[0])).getParameter("filename");
            } catch (ParseException e) {
                name = null;
            }
        }
        return Optional.ofNullable(name == null ? type.getParameter("name") : name)
                .map(Headers::text);
    }

    /** Whether a part is declared as a file beside the text. */
    static boolean isAttachment(Part part) throws MessagingException {
        String[] disposition = part.getHeader("Content-Disposition");
        return disposition != null
                && disposition[0].strip().regionMatches(true, 0, Part.ATTACHMENT, 0, Part.ATTACHMENT.length());
    }
}
