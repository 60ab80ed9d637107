package dev.orderly.http.server;

import dev.orderly.http.OrderlyServlet;
import jakarta.servlet.http.HttpServlet;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * A Jetty server for one servlet, hardened for the open internet: its answers do not name the server, and slow clients
 * are disconnected. It speaks HTTP/1.1 without TLS, which is a proxy's work. Thread-safe.
 */
public final class OrderlyServer implements AutoCloseable {

    private final Server server;
    private final ServerConnector connector;
    private final HttpServlet servlet;

    OrderlyServer(Server server, ServerConnector connector, HttpServlet servlet) {
        this.server = server;
        this.connector = connector;
        this.servlet = servlet;
    }

    /** A builder of a server for a servlet. */
    public static OrderlyServerBuilder builder(HttpServlet servlet) {
        return new OrderlyServerBuilder(servlet);
    }

    /**
     * Starts a server on all addresses of the machine, with an access log.
     *
     * @param port the port to listen on; 0 for any that is free
     * @throws IllegalStateException if it cannot be started, such as when the port is taken
     */
    public static OrderlyServer start(HttpServlet servlet, int port) {
        return builder(servlet).port(port).start();
    }

    /** The port that it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Ends streams of changes, lets other requests that have begun end, for ten seconds at most, and stops. */
    @Override
    public void close() {
        if (servlet instanceof OrderlyServlet own) {
            own.endStreams();
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop: " + e.getMessage(), e);
        }
    }
}
