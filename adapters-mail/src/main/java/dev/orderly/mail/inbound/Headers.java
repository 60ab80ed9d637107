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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headers as they come, which is not always as the standards want them: what cannot be read is taken as not there. */
final class Headers {

    private static final ContentType PLAIN = new ContentType("text", "plain", null);
    private static final ContentType UNKNOWN = new ContentType("application", "octet-stream", null);

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
        try {
            return MimeUtility.decodeText(header);
        } catch (UnsupportedEncodingException | IllegalArgumentException e) {
            return header;
        }
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
            return UNKNOWN;
        }
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

    /** Tells whether a part says that it is a file to be kept beside the text. */
    static boolean isAttachment(Part part) throws MessagingException {
        String[] disposition = part.getHeader("Content-Disposition");
        return disposition != null
                && disposition[0].strip().regionMatches(true, 0, Part.ATTACHMENT, 0, Part.ATTACHMENT.length());
    }
}
