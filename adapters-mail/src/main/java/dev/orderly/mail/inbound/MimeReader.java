package dev.orderly.mail.inbound;

import dev.orderly.mail.inbound.ReplyOutcome.Obstacle;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/** Reads the parts of a mail: its text, and the files beside it. */
final class MimeReader {

    /** Signatures of a mail as parts of their own, which say nothing to people. */
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");

    private final String language;
    private final MailAttachments enclosures;
    private int parts;
    private boolean shortened;

    private MimeReader(String language, MailAttachments enclosures) {
        this.language = language;
        this.enclosures = enclosures;
    }

    /**
     * The text of a mail as plain text, with what it quotes; its files go to the attachments.
     *
     * @param language in which it is probably written
     */
    static String textOf(Part mail, String language, MailAttachments enclosures)
            throws MessagingException, IOException, UnusableMailException {
        MimeReader letter = new MimeReader(language, enclosures);
        String text = letter.walk(mail, 0);
        return letter.shortened ? text + "\n…" : text;
    }

    private String walk(Part part, int depth) throws MessagingException, IOException, UnusableMailException {
        if (++parts > MailLimits.PARTS || depth > MailLimits.DEPTH) {
            throw new UnusableMailException(Obstacle.UNREADABLE);
        }
        ContentType type = Headers.type(part);
        if (type.match("multipart/*")) {
            return several(new MimeMultipart(new RawSource(part, type)), type.match("multipart/alternative"), depth);
        }
        boolean html = type.match("text/html");
        boolean isText = (html || type.match("text/plain"))
                && !Headers.isAttachment(part)
                && Headers.fileName(part, type).isEmpty();
        if (isText) {
            return text(part, type, html);
        }
        if (!SIGNATURES.contains(type.getBaseType().toLowerCase(Locale.ROOT))) {
            enclosures.add(part, type);
        }
        return "";
    }

    /** Of alternatives the first that says something, which is the plainest; otherwise one after the other. */
    private String several(MimeMultipart parts, boolean alternative, int depth)
            throws MessagingException, IOException, UnusableMailException {
        StringBuilder all = new StringBuilder();
        int count = parts.getCount();
        for (int i = 0; i < count; i++) {
            String text = walk(parts.getBodyPart(i), depth + 1);
            if (!text.isBlank() && !(alternative && all.length() > 0)) {
                all.append(all.length() > 0 ? "\n" : "").append(text);
            }
        }
        return all.toString();
    }

    private String text(Part part, ContentType type, boolean html) throws MessagingException, IOException {
        PartContent content = PartContent.of(part, MailLimits.TEXT);
        shortened |= !content.isWhole();
        String text = Charsets.decode(content.bytes(), type.getParameter("charset"), language);
        return html ? HtmlText.of(text) : text;
    }
}
