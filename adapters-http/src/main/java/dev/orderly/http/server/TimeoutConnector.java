package dev.orderly.http.server;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A connector whose connections limit the time of a request. */
final class TimeoutConnector extends ServerConnector {

    private final long timeoutNanos;
    private final long bodyRate;

    TimeoutConnector(Server server, ConnectionFactory protocol, Duration timeout, long bodyRate) {
        super(server, protocol);
        timeoutNanos = timeout.toNanos();
        this.bodyRate = bodyRate;
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint =
                new TimeoutEndPoint(channel, selector, key, getScheduler(), timeoutNanos, bodyRate);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }
}
