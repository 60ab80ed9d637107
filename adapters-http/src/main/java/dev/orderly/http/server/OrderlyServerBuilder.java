package dev.orderly.http.server;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServlet;
import java.time.Duration;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** A builder of an {@link OrderlyServer}. Not thread-safe. */
public final class OrderlyServerBuilder {

    private static final long STOP_MILLIS = 10_000;

    /** An order's number may have a slash, which an address then has percent-encoded. */
    private static final UriCompliance URIS = UriCompliance.from(
                    "RFC3986,AMBIGUOUS_PATH_SEPARATOR,AMBIGUOUS_PATH_ENCODING")
            .with("ORDERLY");

    private final HttpServlet servlet;
    private int port;
    private @Nullable String host;
    private boolean accessLog = true;
    private int maxThreads = 200;
    private int maxConnections = 2000;
    private long minBodyRate = 100;
    private Duration headerTimeout = Duration.ofSeconds(10);
    private Duration idleTimeout = Duration.ofSeconds(30);
    private @Nullable MeterRegistry metrics;

    OrderlyServerBuilder(HttpServlet servlet) {
        this.servlet = servlet;
    }

    /** The port to listen on; left out or 0, any that is free. */
    public OrderlyServerBuilder port(int number) {
        port = number;
        return this;
    }

    /** The name or address of this machine to listen on; left out, all of its addresses. */
    public OrderlyServerBuilder host(String address) {
        host = address;
        return this;
    }

    /**
     * Whether each answer has a line in the log {@code dev.orderly.http.server.AccessLog}, at level INFO; left out, it
     * has. A line has the method, the route with its placeholders, status, size, time, and the client's
     * network, which is the first 24 bits of an IPv4 address and the first 48 of an IPv6 one: nothing personal.
     */
    public OrderlyServerBuilder accessLog(boolean on) {
        accessLog = on;
        return this;
    }

    /** The most threads that it has; left out, 200. */
    public OrderlyServerBuilder maxThreads(int number) {
        maxThreads = number;
        return this;
    }

    /** How many connections it accepts at a time; the next ones wait in the system's queue. Left out, 2,000. */
    public OrderlyServerBuilder maxConnections(int number) {
        maxConnections = number;
        return this;
    }

    /** How long a client may take for the head of a request, from its first byte on; left out, 10 seconds. */
    public OrderlyServerBuilder headerTimeout(Duration time) {
        headerTimeout = time;
        return this;
    }

    /** How long a connection may be silent; left out, 30 seconds. */
    public OrderlyServerBuilder idleTimeout(Duration time) {
        idleTimeout = time;
        return this;
    }

    /**
     * How many bytes a second of a request's body must come, over all of its time; left out, 100. A body that is there
     * within the time that {@link #headerTimeout} gives to a head may be slower.
     */
    public OrderlyServerBuilder minBodyRate(int bytes) {
        minBodyRate = bytes;
        return this;
    }

    /** Where to count connections and threads; needs {@code io.micrometer:micrometer-core}. */
    @SuppressWarnings("exports") // transitive, the optional module would be needed by all users
    public OrderlyServerBuilder metrics(MeterRegistry registry) {
        metrics = registry;
        return this;
    }

    /**
     * Starts the server.
     *
     * @throws IllegalStateException if it cannot be started, such as when the port is taken
     */
    public OrderlyServer start() {
        QueuedThreadPool threads = new QueuedThreadPool(maxThreads);
        threads.setName("orderly-http");
        Server server = new Server(threads);
        ServerConnector connector = connector(server);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(maxConnections, connector));
        server.setHandler(new GracefulHandler(new HeadersRead(context())));
        server.setErrorHandler(new MinimalErrorHandler());
        server.setStopTimeout(STOP_MILLIS);
        if (accessLog) {
            server.setRequestLog(new AccessLog());
        }
        if (metrics != null) {
            JettyMetrics.bind(metrics, threads, connector);
        }
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(problem(e), e);
        }
        return new OrderlyServer(server, connector, servlet);
    }

    private ServerConnector connector(Server server) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(URIS);
        ServerConnector connector =
                new TimeoutConnector(server, new HttpConnectionFactory(http), headerTimeout, minBodyRate);
        connector.setPort(port);
        connector.setHost(host);
        connector.setIdleTimeout(idleTimeout.toMillis());
        return connector;
    }

    private ServletContextHandler context() {
        ServletContextHandler context = new ServletContextHandler("/");
        ServletHolder holder = new ServletHolder(servlet);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/*");
        context.setErrorHandler(new MinimalErrorHandler());
        context.getServletHandler().setDecodeAmbiguousURIs(true);
        return context;
    }

    private String problem(Exception e) {
        return "the server does not start on port " + port + (host == null ? "" : " of " + host) + ": "
                + e.getMessage();
    }
}
