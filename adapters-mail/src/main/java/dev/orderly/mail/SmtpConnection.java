package dev.orderly.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to the mail server, with how much it was used. One thread has it at a time. */
final class SmtpConnection {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    /** Many servers end a connection after about as many mails. */
    private static final int MAX_MAILS = 100;

    private final Transport transport;
    private int mails;
    private long restingSince;

    SmtpConnection(Transport transport) {
        this.transport = transport;
    }

    Transport transport() {
        return transport;
    }

    /** Notes that a mail was sent. */
    void rest() {
        mails++;
        restingSince = System.nanoTime();
    }

    /** Whether it can be used again, as far as is known without asking the server. */
    boolean isFresh(Duration idleLimit) {
        return mails < MAX_MAILS && System.nanoTime() - restingSince < idleLimit.toNanos();
    }

    /** Asks the server whether it is still there. */
    boolean isAlive() {
        return transport.isConnected();
    }

    void close() {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("a connection to the mail server did not end properly: {}", e.getClass());
        }
    }
}
