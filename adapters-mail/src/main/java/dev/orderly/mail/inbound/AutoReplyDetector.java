package dev.orderly.mail.inbound;

import dev.orderly.mail.inbound.ReplyOutcome.Program;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Detects mails that programs wrote: by the headers of RFC 3834 (Auto-Submitted), RFC 3464 and 8098 (reports) and RFC 5321
 * (no return path), and by the habits of programs that follow none of these.
 */
final class AutoReplyDetector {

    /** Headers that only answering programs write, whatever their value. */
    private static final List<String> ANSWERING =
            List.of("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-AutoReply-From", "X-Mail-Autoreply");

    /** Mail systems as senders, and the answering programs of some of them. */
    private static final Pattern SYSTEM = Pattern.compile(
            "(?:mailer-daemon|postmaster|mail-daemon|mdaemon)@.*|mailer-daemon", Pattern.CASE_INSENSITIVE);

    /** How the subjects of out-of-office notes begin where their program writes no header. */
    private static final Pattern OUT_OF_OFFICE = Pattern.compile(
            ReplyTexts.anyOf("auto-reply") + "\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS | Pattern.DOTALL);

    private AutoReplyDetector() {}

    /** The kind of program that wrote a mail; empty for one that a person may have written. */
    static Optional<Program> writer(MimeMessage message) throws MessagingException {
        if (isReport(message)) {
            return Optional.of(Program.REPORT);
        }
        if (isAnswer(message)) {
            return Optional.of(Program.AUTO_REPLY);
        }
        String precedence = first(message, "Precedence");
        boolean bulk = List.of("bulk", "junk", "list").contains(precedence)
                || !first(message, "List-Id").isEmpty();
        return bulk ? Optional.of(Program.BULK) : Optional.empty();
    }

    private static boolean isReport(MimeMessage message) throws MessagingException {
        String from = Headers.address(first(message, "From"));
        return first(message, "Content-Type").startsWith("multipart/report")
                || first(message, "Return-Path").equals("<>")
                || !first(message, "X-Failed-Recipients").isEmpty()
                || SYSTEM.matcher(from).matches();
    }

    private static boolean isAnswer(MimeMessage message) throws MessagingException {
        String submitted = first(message, "Auto-Submitted");
        if (!submitted.isEmpty() && !submitted.matches("no\\b.*")) {
            return true;
        }
        for (String header : ANSWERING) {
            if (message.getHeader(header) != null) {
                return true;
            }
        }
        return first(message, "Precedence").equals("auto_reply")
                || first(message, "X-POST-MessageClass").contains("autoresponder")
                || first(message, "Delivered-To").equals("autoresponder")
                || OUT_OF_OFFICE
                        .matcher(Headers.text(value(message, "Subject")))
                        .lookingAt();
    }

    /** The first value of a header in lower case, without what surrounds it; empty where there is none. */
    private static String first(MimeMessage message, String name) throws MessagingException {
        return value(message, name).toLowerCase(Locale.ROOT);
    }

    private static String value(MimeMessage message, String name) throws MessagingException {
        String[] values = message.getHeader(name);
        return values == null ? "" : values[0].strip();
    }
}
