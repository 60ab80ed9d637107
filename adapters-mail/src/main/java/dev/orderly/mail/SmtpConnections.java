package dev.orderly.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The connections to a mail server: as many as there are threads that send, kept for a while for the next mail. The last
 * one of a busy hour stays open until the server ends it or the next mail finds it too old.
 */
final class SmtpConnections {

    private final Session session;
    private final String protocol;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Duration idleLimit;
    private final Deque<SmtpConnection> resting = new ArrayDeque<>();
    private boolean closed;

    SmtpConnections(
            Session session, String protocol, @Nullable String user, @Nullable String password, Duration idleLimit) {
        this.session = session;
        this.protocol = protocol;
        this.user = user;
        this.password = password;
        this.idleLimit = idleLimit;
    }

    /** A connection that the server still answers on: the one used last, or a new one. */
    SmtpConnection take() {
        for (SmtpConnection connection = next(); connection != null; connection = next()) {
            if (connection.isAlive()) {
                return connection;
            }
            connection.close();
        }
        return connect();
    }

    /** Takes a connection back; one on which something went wrong is ended. */
    void giveBack(SmtpConnection connection, boolean usable) {
        connection.rest();
        if (!usable || !keep(connection)) {
            connection.close();
        }
    }

    void close() {
        List<SmtpConnection> left;
        synchronized (resting) {
            closed = true;
            left = new ArrayList<>(resting);
            resting.clear();
        }
        left.forEach(SmtpConnection::close);
    }

    private boolean keep(SmtpConnection connection) {
        synchronized (resting) {
            if (!closed) {
                resting.push(connection);
            }
            return !closed;
        }
    }

    /** The connection used last, if it is fresh; those that are not go. */
    private @Nullable SmtpConnection next() {
        List<SmtpConnection> stale = new ArrayList<>();
        SmtpConnection fresh;
        synchronized (resting) {
            if (closed) {
                throw new IllegalStateException("this SmtpChannel is closed");
            }
            resting.removeIf(c -> !c.isFresh(idleLimit) && stale.add(c));
            fresh = resting.poll();
        }
        stale.forEach(SmtpConnection::close);
        return fresh;
    }

    private SmtpConnection connect() {
        try {
            Transport transport = session.getTransport(protocol);
            transport.connect(user, password);
            return new SmtpConnection(transport);
        } catch (MessagingException e) {
            throw SmtpProblem.connecting(e);
        }
    }
}
