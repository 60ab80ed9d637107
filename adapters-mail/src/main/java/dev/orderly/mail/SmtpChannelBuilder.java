package dev.orderly.mail;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A builder of {@link SmtpChannel}. By default the connection must change to TLS by STARTTLS, the
 * server's certificate must be one for its name that Java trusts, there is no login, connecting takes at most 10 seconds,
 * an answer at most 60, and a connection is used again within 30 seconds.
 */
public final class SmtpChannelBuilder {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** RFC 5321, 4.5.3.2 asks for minutes; a server that thinks that long is held for down, and asked again. */
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(60);

    private static final Duration IDLE_LIMIT = Duration.ofSeconds(30);
    private static final int MAX_PORT = 65_535;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1");

    private final String host;
    private final int port;
    private final MailComposer composer;
    private Encryption encryption = Encryption.STARTTLS;
    private @Nullable SSLContext trust;
    private @Nullable String user;
    private @Nullable String password;
    private @Nullable MailAddress bouncesTo;
    private Duration connectTimeout = CONNECT_TIMEOUT;
    private Duration answerTimeout = ANSWER_TIMEOUT;
    private Duration idleLimit = IDLE_LIMIT;

    SmtpChannelBuilder(String host, int port, MailComposer composer) {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the name of the mail server cannot be blank");
        }
        if (port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "the port of the mail server must be between 1 and " + MAX_PORT + ", but is " + port);
        }
        this.host = host;
        this.port = port;
        this.composer = composer;
    }

    /** Sets the protection of the connection. */
    public SmtpChannelBuilder encryption(Encryption newEncryption) {
        encryption = newEncryption;
        return this;
    }

    /** Sets the trusted certificates, where Java's own list is not enough. The server's name is checked all the same. */
    public SmtpChannelBuilder trusting(SSLContext context) {
        trust = context;
        return this;
    }

    /** Sets the user and the password of the login. */
    public SmtpChannelBuilder login(String newUser, String newPassword) {
        user = newUser;
        password = newPassword;
        return this;
    }

    /**
     * Sets the address that servers report undeliverable mails to: the envelope's sender. By default the address that
     * mails come from.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public SmtpChannelBuilder bouncesTo(String address) {
        bouncesTo = MailAddress.require("the address for undeliverable mail", address);
        return this;
    }

    /** Sets the time limit for connecting. */
    public SmtpChannelBuilder connectTimeout(Duration time) {
        connectTimeout = positive("the time to connect", time);
        return this;
    }

    /**
     * Sets the time limit for a reply of the server and for taking what was sent. A server that takes a mail over and
     * answers later than this gets it once more, with the same id. A mail needs four answers, and a new connection about as many more: if a server
     * may be slow all along, set the dispatcher's lease accordingly.
     */
    public SmtpChannelBuilder answerTimeout(Duration time) {
        answerTimeout = positive("the time to answer", time);
        return this;
    }

    /** Sets how long an idle connection may be used again. */
    public SmtpChannelBuilder idleLimit(Duration time) {
        idleLimit = positive("the time that a connection rests", time);
        return this;
    }

    /**
     * Builds the channel. It connects when the first mail is sent.
     *
     * @throws IllegalStateException if a password would travel unprotected to another machine
     */
    public SmtpChannel build() {
        if (user != null && encryption == Encryption.NONE && !THIS_MACHINE.contains(host)) {
            throw new IllegalStateException("the password for " + host + " would travel unprotected: use"
                    + " Encryption.STARTTLS or Encryption.TLS");
        }
        String protocol = encryption == Encryption.TLS ? "smtps" : "smtp";
        Session session = Session.getInstance(properties("mail." + protocol + "."));
        return new SmtpChannel(composer, new SmtpConnections(session, protocol, user, password, idleLimit));
    }

    private Properties properties(String prefix) {
        Properties properties = new Properties();
        properties.setProperty(prefix + "host", host);
        properties.setProperty(prefix + "port", Integer.toString(port));
        properties.setProperty(prefix + "auth", Boolean.toString(user != null));
        properties.setProperty(prefix + "connectiontimeout", millis(connectTimeout));
        properties.setProperty(prefix + "timeout", millis(answerTimeout));
        properties.setProperty(prefix + "writetimeout", millis(answerTimeout));
        // Ending a connection politely is not worth waiting for: the mail is sent.
        properties.setProperty(prefix + "quitwait", "false");
        if (bouncesTo != null) {
            properties.setProperty(prefix + "from", bouncesTo.text());
        }
        if (encryption != Encryption.NONE) {
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            String startTls = Boolean.toString(encryption == Encryption.STARTTLS);
            properties.setProperty(prefix + "starttls.enable", startTls);
            properties.setProperty(prefix + "starttls.required", startTls);
            if (trust != null) {
                properties.put(prefix + "ssl.socketFactory", trust.getSocketFactory());
            }
        }
        return properties;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    private static Duration positive(String what, Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException(what + " must be more than nothing, but is " + time);
        }
        return time;
    }
}
