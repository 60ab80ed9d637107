package dev.orderly.http;

import dev.orderly.Orders;
import dev.orderly.http.live.LiveStreams;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;

/**
 * The servlet of the customer's pages and the JSON API, for any Jakarta Servlet container (5.0 or newer). Map it to a
 * path that ends in {@code /*}, and let it be asynchronous ({@code setAsyncSupported(true)}). Thread-safe.
 */
public final class OrderlyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ServletContainer jersey;

    private final transient @Nullable LiveStreams live;

    OrderlyServlet(ResourceConfig resources, @Nullable LiveStreams live) {
        jersey = new ServletContainer(resources);
        this.live = live;
    }

    /** A builder of a servlet that shows and moves these orders. */
    public static OrderlyServletBuilder builder(Orders orders) {
        return new OrderlyServletBuilder(orders);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        jersey.init(config);
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        if (live != null
                && request instanceof HttpServletRequest asked
                && response instanceof HttpServletResponse answer
                && live.isFor(asked)) {
            SecurityHeaders.addTo(answer);
            asked.setAttribute(HttpListener.ROUTE, asked.getPathInfo());
            live.serve(asked, answer);
        } else {
            jersey.service(request, response);
        }
    }

    /**
     * Ends the streams of changes that are open, and opens no more: call it before you stop a server that lets requests
     * end first.
     */
    public void endStreams() {
        if (live != null) {
            live.end();
        }
    }

    @Override
    public void destroy() {
        if (live != null) {
            live.close();
        }
        jersey.destroy();
    }
}
