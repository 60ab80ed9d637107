package dev.orderly.mail;

import dev.orderly.notification.DeliveryException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** Makes temporary and permanent failures of problems with a mail server, without repeating the server's own words. */
final class SmtpProblem {

    /** The basic code of a reply, and the enhanced one if there is one (RFC 3463, RFC 2034). */
    private static final Pattern REPLY = Pattern.compile("^\\s*\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    /** The class of enhanced codes for security and policy, such as a relay that is denied (RFC 3463, 3.8). */
    private static final String POLICY = "5.7.";

    /**
     * Refusals that concern the client or its way of asking, not about this mail: syntax and order of commands (RFC 5321,
     * 4.2.2), logins (RFC 4954, 6), a host that takes no mail at all (RFC 7504), and a site's policy.
     */
    private static final Set<Integer> ABOUT_US = Set.of(500, 502, 503, 504, 521, 523, 525, 530, 534, 535, 538, 571);

    /** The sender was refused for the size of the mail (RFC 1870, 6.1), which stays as it is. */
    private static final int TOO_LARGE = 552;

    private SmtpProblem() {}

    /** Why there is no connection. Nothing personal was said on it yet, so the cause may be seen. */
    static DeliveryException connecting(MessagingException failure) {
        if (failure instanceof AuthenticationFailedException) {
            return DeliveryException.temporary(
                    "the mail server refused the login: check the user and the password", null);
        }
        Throwable cause = rootOf(failure);
        return DeliveryException.temporary(
                "no connection to the mail server (" + cause.getClass().getSimpleName() + ")", cause);
    }

    /** Why a mail was not taken. */
    static DeliveryException sending(MessagingException failure) {
        DeliveryException found = null;
        for (Exception e = failure; e != null && found == null; e = next(e)) {
            found = refusal(e);
        }
        return found == null ? broken(failure) : found;
    }

    private static @Nullable DeliveryException refusal(Exception failure) {
        if (failure instanceof SMTPAddressFailedException recipient) {
            return refused("the recipient", "RCPT", recipient.getReturnCode(), recipient.getMessage(), false);
        }
        if (failure instanceof SMTPSenderFailedException sender) {
            return refused("the sender", "MAIL", sender.getReturnCode(), sender.getMessage(), true);
        }
        if (failure instanceof SMTPSendFailedException sent && sent.getNextException() == null) {
            String command = command(sent.getCommand());
            boolean aboutSender = command.equals("MAIL");
            String what = aboutSender ? "the sender" : "the mail";
            return refused(what, command, sent.getReturnCode(), sent.getMessage(), aboutSender);
        }
        return null;
    }

    private static DeliveryException refused(
            String what, String command, int code, @Nullable String reply, boolean aboutSender) {
        if (code < 0) {
            return DeliveryException.temporary("the connection to the mail server broke at " + command, null);
        }
        String enhanced = enhanced(reply);
        String codes = enhanced.isEmpty() ? Integer.toString(code) : code + " " + enhanced;
        boolean stays = code >= 500
                && !ABOUT_US.contains(code)
                && !enhanced.startsWith(POLICY)
                && (!aboutSender || code == TOO_LARGE);
        String problem = "the mail server " + (stays || code < 500 ? "" : "at present ") + "refuses " + what + " ("
                + command + ": " + codes + ")";
        return stays ? DeliveryException.permanent(problem, null) : DeliveryException.temporary(problem, null);
    }

    private static DeliveryException broken(MessagingException failure) {
        Throwable root = rootOf(failure);
        String kind = root instanceof IOException
                ? root.getClass().getSimpleName()
                : failure.getClass().getSimpleName();
        return DeliveryException.temporary(
                "the connection to the mail server broke while sending (" + kind + ")", null);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** The command without its arguments, one of which is the address; the end of the data has no command. */
    private static String command(@Nullable String line) {
        for (String known : new String[] {"MAIL", "RCPT"}) {
            if (line != null && line.startsWith(known)) {
                return known;
            }
        }
        return "DATA";
    }

    private static String enhanced(@Nullable String reply) {
        Matcher codes = REPLY.matcher(reply == null ? "" : reply);
        return codes.find() ? codes.group(1) : "";
    }
}
