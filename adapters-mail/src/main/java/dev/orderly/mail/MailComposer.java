package dev.orderly.mail;

import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.MessageRenderer;
import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.notification.Recipients;
import dev.orderly.notification.RenderedMessage;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes the mail of a notification, without sending it. Thread-safe.
 *
 * <p>Two mails made of one notification are the same in all that matters: {@code Message-ID} is made of its id, and
 * {@code Date} is when the step happened, for that is when the message was complete (RFC 5322, 3.6.1); how long a broken
 * server delayed it shows in {@code Received}. {@code In-Reply-To} and {@code References} are the same for all
 * mails of an order, so that mail programs show them together. {@code Auto-Submitted: auto-generated} asks programs not
 * to reply (RFC 3834, 5). There is no {@code Precedence}, which no standard defines and RFC 3834 discourages.
 * {@code List-Unsubscribe} is the link by which the recipient mutes the order (RFC 2369, 3.2), with
 * {@code List-Unsubscribe-Post} (RFC 8058) if it is https; the server that signs the mail by DKIM must sign both.
 */
public final class MailComposer {

    private static final Logger LOG = LoggerFactory.getLogger(MailComposer.class);
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final InternetAddress from;
    private final Recipients recipients;
    private final MessageRenderer texts;
    private final ReplyAddress replies;
    private final MessageIds ids;

    MailComposer(MailComposerBuilder builder, MessageRenderer texts) {
        this.from = builder.from.named(builder.fromName);
        this.recipients = builder.recipients;
        this.texts = texts;
        this.replies = builder.replies;
        this.ids = new MessageIds(builder.idDomain);
    }

    /**
     * A builder of a composer.
     *
     * @param from the address that mails come from
     * @param name the name beside it, such as the shop's
     * @throws IllegalArgumentException if that is no address
     */
    public static MailComposerBuilder builder(String from, String name) {
        return new MailComposerBuilder(MailAddress.require("the address that mails come from", from), name);
    }

    /**
     * The mail of a notification; empty if the role has no address.
     *
     * @throws DeliveryException permanent, if the recipient's address is none
     */
    public Optional<MimeMessage> compose(Notification notification) {
        Optional<Recipient> recipient = recipients.of(notification);
        if (recipient.isEmpty()) {
            LOG.debug(
                    "nothing to send for {}: the role {} has no address",
                    notification.id(),
                    notification.message().to());
        }
        return recipient.map(r -> compose(notification, r));
    }

    private MimeMessage compose(Notification notification, Recipient recipient) {
        MailAddress to = MailAddress.read(recipient.address())
                .orElseThrow(() -> DeliveryException.permanent(
                        "the e-mail address of the " + notification.message().to() + " is none", null));
        try {
            RenderedMessage rendered = texts.render(notification, recipient);
            ComposedMail mail = new ComposedMail(NO_SERVER, ids.message(notification));
            mail.setFrom(from);
            mail.setRecipient(RecipientType.TO, to.named(recipient.name()));
            replies.of(notification, recipient).ifPresent(mail::answerTo);
            mail.setSubject(HeaderText.of(rendered.subject()), StandardCharsets.UTF_8.name());
            mail.setSentDate(Date.from(notification.activity().at()));
            mail.setHeader("In-Reply-To", ids.thread(notification));
            mail.setHeader("References", ids.thread(notification));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setHeader("Content-Language", HeaderText.of(rendered.language()));
            if (rendered.muteLink() != null) {
                unsubscribe(mail, rendered.muteLink());
            }
            mail.setContent(alternatives(rendered));
            mail.saveChanges();
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException(
                    "the mail for " + notification.id() + " cannot be written: "
                            + e.getClass().getSimpleName(),
                    e);
        }
    }

    private static void unsubscribe(MimeMessage mail, URI mute) throws MessagingException {
        String address = mute.toASCIIString();
        mail.setHeader("List-Unsubscribe", "<" + address + ">");
        if (address.startsWith("https://")) {
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    /** The plainest first, the best last (RFC 2046, 5.1.4). */
    private static MimeMultipart alternatives(RenderedMessage rendered) throws MessagingException {
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(rendered.text(), "plain"));
        parts.addBodyPart(part(rendered.html(), "html"));
        return parts;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text.replace("\n", "\r\n"), StandardCharsets.UTF_8.name(), subtype);
        return part;
    }
}
