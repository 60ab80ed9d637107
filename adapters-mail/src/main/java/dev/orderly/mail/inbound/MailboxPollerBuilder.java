package dev.orderly.mail.inbound;

import dev.orderly.mail.Encryption;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A builder of {@link MailboxPoller}. By default it speaks TLS from the first byte, looks into {@code INBOX}
 * once a minute, moves nothing, and gives a mail up after 5 tries. Not thread-safe.
 */
public final class MailboxPollerBuilder {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");
    private static final String FETCH_SIZE = Integer.toString(256 << 10);

    private final String host;
    private final int port;
    private final Replies replies;
    private final Map<ImapKeyword, String> targets = new EnumMap<>(ImapKeyword.class);
    private Encryption encryption = Encryption.TLS;
    private @Nullable SSLContext trust;
    private String user = "";
    private String password = "";
    private String folder = "INBOX";
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration answerTimeout = Duration.ofSeconds(60);
    private Duration interval = Duration.ofMinutes(1);
    private int maxTries = 5;

    MailboxPollerBuilder(String host, int port, Replies replies) {
        this.host = host;
        this.port = port;
        this.replies = replies;
    }

    /** Sets the protection of the connection; for IMAP, TLS from the first byte is usual on port 993, STARTTLS on port 143. */
    public MailboxPollerBuilder encryption(Encryption newEncryption) {
        encryption = newEncryption;
        return this;
    }

    /** Sets the trusted certificates, where Java's own list is not enough. The server's name is checked all the same. */
    public MailboxPollerBuilder trusting(SSLContext context) {
        trust = context;
        return this;
    }

    /** Sets the user and the password of the login. */
    public MailboxPollerBuilder login(String newUser, String newPassword) {
        user = newUser;
        password = newPassword;
        return this;
    }

    /** Sets the folder that mails come to. */
    public MailboxPollerBuilder folder(String name) {
        folder = name;
        return this;
    }

    /**
     * Sets the folders that handled mails are moved to, if the server can move them (RFC 6851); otherwise they stay, marked.
     * Folders that are not there are made. One folder may be named several times.
     *
     * @param failed the folder for mails that were given up
     */
    public MailboxPollerBuilder moveTo(String commented, String ignored, String refused, String failed) {
        targets.put(ImapKeyword.COMMENTED, commented);
        targets.put(ImapKeyword.IGNORED, ignored);
        targets.put(ImapKeyword.REFUSED, refused);
        targets.put(ImapKeyword.GIVEN_UP, failed);
        return this;
    }

    /** Sets the time limit for connecting. */
    public MailboxPollerBuilder connectTimeout(Duration time) {
        connectTimeout = positive("the time to connect", time);
        return this;
    }

    /** Sets the time limit for a reply of the server. */
    public MailboxPollerBuilder answerTimeout(Duration time) {
        answerTimeout = positive("the time to answer", time);
        return this;
    }

    /** Sets the time between two polls. */
    public MailboxPollerBuilder interval(Duration time) {
        interval = positive("the time between two looks into the mailbox", time);
        return this;
    }

    /** Sets the number of failed tries after which a mail is given up. */
    public MailboxPollerBuilder maxTries(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("maxTries must be at least 1, but is " + number);
        }
        maxTries = number;
        return this;
    }

    /**
     * Builds the poller. It connects when it polls.
     *
     * @throws IllegalStateException if there is no login, or the password would travel unprotected to another machine
     */
    public MailboxPoller build() {
        if (user.isEmpty()) {
            throw new IllegalStateException("a mailbox needs a login: give one to login(…)");
        }
        if (encryption == Encryption.NONE && !THIS_MACHINE.contains(host)) {
            throw new IllegalStateException("the password for " + host + " would travel unprotected: use"
                    + " Encryption.STARTTLS or Encryption.TLS");
        }
        String protocol = encryption == Encryption.TLS ? "imaps" : "imap";
        Properties properties = properties("mail." + protocol + ".");
        properties.setProperty("mail.store.protocol", protocol);
        MailboxSettings settings = new MailboxSettings(user, password, folder, Map.copyOf(targets), maxTries, interval);
        return new MailboxPoller(Session.getInstance(properties), settings, replies);
    }

    private Properties properties(String prefix) {
        Properties properties = new Properties();
        properties.setProperty(prefix + "host", host);
        properties.setProperty(prefix + "port", Integer.toString(port));
        properties.setProperty(prefix + "connectiontimeout", Long.toString(connectTimeout.toMillis()));
        properties.setProperty(prefix + "timeout", Long.toString(answerTimeout.toMillis()));
        properties.setProperty(prefix + "writetimeout", Long.toString(answerTimeout.toMillis()));
        // a mail is seen when it is handled, not when it is read
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", FETCH_SIZE);
        if (encryption != Encryption.NONE) {
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", Boolean.toString(encryption == Encryption.STARTTLS));
            if (trust != null) {
                properties.put(prefix + "ssl.socketFactory", trust.getSocketFactory());
            }
        }
        return properties;
    }

    private static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + " must be more than nothing, but is " + time);
        }
        return time;
    }
}
