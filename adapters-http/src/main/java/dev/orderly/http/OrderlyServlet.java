package dev.orderly.http;

import dev.orderly.Orders;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * The customer's status page, for any Jakarta Servlet container (5.0 or newer). Map it to a path that ends in
 * {@code /*}, and let it be asynchronous ({@code setAsyncSupported(true)}). Thread-safe.
 */
public final class OrderlyServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private final transient ServletContainer jersey;

    OrderlyServlet(ResourceConfig resources) {
        jersey = new ServletContainer(resources);
    }

    /** Starts to put a servlet together that shows and moves these orders. */
    public static OrderlyServletBuilder over(Orders orders) {
        return new OrderlyServletBuilder(orders);
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        jersey.init(config);
    }

    @Override
    public void service(ServletRequest request, ServletResponse response) throws ServletException, IOException {
        jersey.service(request, response);
    }

    @Override
    public void destroy() {
        jersey.destroy();
    }
}
