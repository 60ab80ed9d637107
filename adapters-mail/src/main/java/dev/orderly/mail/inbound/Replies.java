package dev.orderly.mail.inbound;

import dev.orderly.Orders;
import dev.orderly.conversation.CommentRequest;
import dev.orderly.conversation.Upload;
import dev.orderly.decision.CommentResult;
import dev.orderly.decision.Recorded;
import dev.orderly.decision.Rejected;
import dev.orderly.mail.inbound.ReplyOutcome.Commented;
import dev.orderly.mail.inbound.ReplyOutcome.Ignored;
import dev.orderly.mail.inbound.ReplyOutcome.Obstacle;
import dev.orderly.mail.inbound.ReplyOutcome.Program;
import dev.orderly.mail.inbound.ReplyOutcome.Refused;
import dev.orderly.order.Actor;
import dev.orderly.order.Comment;
import dev.orderly.order.HashChain;
import dev.orderly.order.Order;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Makes comments of the mails that reply to notifications. The text of a mail becomes a comment, visible to everyone, in
 * the role that the token in the address gives: without quotations, with the mail's files within limits. The same mail,
 * handed in again, makes no second comment. No reply is ever sent. Thread-safe.
 *
 * <p>A large mail lies in a temporary file while it is read, which only the user of this process can read.
 */
public final class Replies {

    private final Orders orders;
    private final ReplyTokens tokens;
    private final MailLimits limits;

    Replies(Orders orders, ReplyTokens tokens, MailLimits limits) {
        this.orders = orders;
        this.tokens = tokens;
        this.limits = limits;
    }

    /** A builder, with the orders that get the comments. */
    public static RepliesBuilder builder(Orders orders) {
        return new RepliesBuilder(orders);
    }

    /**
     * Handles a mail as it came, with all its headers (RFC 5322).
     *
     * @param mail the mail; read as far as needed, and not closed
     * @throws IOException if it cannot be read, or the temporary file cannot be written: try again later
     * @throws RuntimeException if the store fails: try again later
     */
    public ReplyOutcome handle(InputStream mail) throws IOException {
        try {
            return handle(mail::transferTo);
        } catch (MessagingException e) {
            return Refused.because(Obstacle.UNREADABLE);
        }
    }

    /**
     * Handles a mail, such as one in a folder of a mailbox.
     *
     * @throws MessagingException if the mailbox does not give it: try again later
     * @throws IOException if it cannot be read, or the temporary file cannot be written: try again later
     * @throws RuntimeException if the store fails: try again later
     */
    public ReplyOutcome handle(Message mail) throws MessagingException, IOException {
        return handle(mail::writeTo);
    }

    /** Whether the store answers, so that a failure had another reason. */
    boolean isStoreThere() {
        try {
            orders.find("?");
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private ReplyOutcome handle(Spool.Source source) throws MessagingException, IOException {
        try (Spool spool = Spool.of(source, limits.message())) {
            return read(spool);
        } catch (UnusableMailException e) {
            return Refused.because(e.obstacle());
        }
    }

    private ReplyOutcome read(Spool spool) throws IOException, UnusableMailException {
        try {
            MimeMessage message = spool.message();
            Optional<Program> program = AutoReplyDetector.writer(message);
            if (program.isPresent()) {
                return new Ignored(program.get());
            }
            ReplyPermission grant = Addressee.of(message, tokens);
            String language = language(grant.number());
            MailAttachments files = new MailAttachments(limits);
            String own = QuoteStripper.of(TextSanitizer.of(MimeReader.textOf(message, language, files)));
            if (own.isEmpty() && files.kept().isEmpty() && files.leftOut().isEmpty()) {
                return Refused.because(Obstacle.EMPTY);
            }
            String text = CommentText.of(own, files, language);
            return comment(grant, text, files, requestId(message, spool));
        } catch (MessagingException e) {
            // the mail is in a file of ours, so it is the mail itself that cannot be read
            return Refused.because(Obstacle.UNREADABLE);
        }
    }

    private ReplyOutcome comment(ReplyPermission grant, String text, MailAttachments files, String id) {
        CommentRequest request = CommentRequest.of(Actor.of(grant.role()), text)
                .withUploads(files.kept().toArray(new Upload[0]))
                .withId(id);
        CommentResult outcome = orders.comment(grant.number(), request);
        if (outcome instanceof Recorded noted && noted.entry() instanceof Comment comment) {
            return new Commented(noted.order(), comment);
        }
        return new Refused(Obstacle.REJECTED, outcome instanceof Rejected no ? no.reasons() : List.of());
    }

    /** The language of an order's customer, or else its workflow's first. */
    private String language(String number) {
        Optional<Order> order = orders.find(number);
        return order.map(o -> o.customer().language())
                .or(() -> order.flatMap(
                        o -> orders.workflowOf(o).languages().stream().findFirst()))
                .orElse("en");
    }

    /** The same for the same mail: made of its Message-ID, or of all of it where it has none. */
    private static String requestId(MimeMessage message, Spool spool) throws MessagingException {
        String id = message.getMessageID();
        return "mail-"
                + (id == null || id.isBlank()
                        ? spool.sha256()
                        : HashChain.sha256(id.strip().getBytes(StandardCharsets.UTF_8)));
    }
}
