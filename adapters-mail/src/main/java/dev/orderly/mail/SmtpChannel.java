package dev.orderly.mail;

import dev.orderly.notification.Channel;
import dev.orderly.notification.DeliveryException;
import dev.orderly.notification.Notification;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;

/**
 * A channel that sends notifications as mails by SMTP. Thread-safe: each thread that sends has a connection to itself, and connections
 * are used again.
 *
 * <p>Problems that may pass are a {@link DeliveryException#temporary temporary} failure: the server cannot be reached, is
 * slow, speaks no TLS, refuses the login, the sender or the shop's policy, or says "later" by a code of 400 to 499. A
 * problem that stays is {@link DeliveryException#permanent permanent}: an address that is none, a recipient or a mail that
 * the server refuses by a code of 500 to 599. A refused sender is a mistake in the shop's settings and concerns every mail,
 * so mails are tried again and do not become dead letters. Problems name the stage and the server's codes, never its
 * words, for these may repeat an address.
 */
public final class SmtpChannel implements Channel, AutoCloseable {

    private final MailComposer composer;
    private final SmtpConnections connections;

    SmtpChannel(MailComposer composer, SmtpConnections connections) {
        this.composer = composer;
        this.connections = connections;
    }

    /**
     * A builder of a channel.
     *
     * @param composer the composer of the mails
     * @param host the mail server's name
     * @param port its port
     */
    public static SmtpChannelBuilder builder(String host, int port, MailComposer composer) {
        return new SmtpChannelBuilder(host, port, composer);
    }

    @Override
    public void send(Notification notification) {
        composer.compose(notification).ifPresent(this::send);
    }

    private void send(MimeMessage mail) {
        SmtpConnection connection = connections.take();
        boolean usable = false;
        try {
            Transport transport = connection.transport();
            transport.sendMessage(mail, mail.getAllRecipients());
            usable = true;
        } catch (MessagingException e) {
            throw SmtpProblem.sending(e);
        } finally {
            connections.giveBack(connection, usable);
        }
    }

    /** Closes the idle connections; those in use are closed when their mail is sent. Nothing can be sent afterwards. */
    @Override
    public void close() {
        connections.close();
    }
}
