package dev.orderly.http.server;

import dev.orderly.http.HttpListener;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a line for each answer, without personal data. */
final class AccessLog implements RequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 6;

    @Override
    public void log(Request request, Response response) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "{} {} {} {} {} B {} ms",
                    network(request.getConnectionMetaData().getRemoteSocketAddress()),
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "OTHER",
                    route(request),
                    response.getStatus(),
                    Response.getContentBytesWritten(response),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()));
        }
    }

    /** The path itself is not logged: it may have the number of an order, or any text that a client sent. */
    private static String route(Request request) {
        return request.getAttribute(HttpListener.ROUTE) instanceof String route ? route : "-";
    }

    /** The part of an address that many clients have in common. */
    static String network(SocketAddress client) {
        if (!(client instanceof InetSocketAddress known) || known.getAddress() == null) {
            return "-";
        }
        InetAddress address = known.getAddress();
        byte[] bytes = address.getAddress();
        if (bytes.length == 4) {
            return unsigned(bytes, 0) + "." + unsigned(bytes, 1) + "." + unsigned(bytes, IPV4_BYTES - 1) + ".0";
        }
        StringBuilder network = new StringBuilder();
        for (int i = 0; i < IPV6_BYTES; i += 2) {
            network.append(Integer.toHexString(unsigned(bytes, i) << 8 | unsigned(bytes, i + 1)))
                    .append(':');
        }
        return network.append(':').toString();
    }

    private static int unsigned(byte[] bytes, int index) {
        return Byte.toUnsignedInt(bytes[index]);
    }
}
