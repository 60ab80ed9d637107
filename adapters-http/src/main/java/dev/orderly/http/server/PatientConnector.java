package dev.orderly.http.server;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** Accepts connections that have so much patience with the head of a request. */
final class PatientConnector extends ServerConnector {

    private final long patienceNanos;

    PatientConnector(Server server, ConnectionFactory protocol, Duration patience) {
        super(server, protocol);
        patienceNanos = patience.toNanos();
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new PatientEndPoint(channel, selector, key, getScheduler(), patienceNanos);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
