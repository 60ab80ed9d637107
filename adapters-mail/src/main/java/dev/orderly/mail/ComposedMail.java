package dev.orderly.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** A mail that keeps the id that it was given; Jakarta Mail would make up another each time. */
final class ComposedMail extends MimeMessage {

    private final String id;

    ComposedMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    /** Sets the address for replies. */
    void answerTo(String address) {
        try {
            setReplyTo(new Address[] {
                MailAddress.require("the address for answers", address).named(null)
            });
        } catch (MessagingException e) {
            throw new IllegalStateException("the mail can be changed until it is sent", e);
        }
    }
}
