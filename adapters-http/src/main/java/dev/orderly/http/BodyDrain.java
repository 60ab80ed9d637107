package dev.orderly.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the rest of a short body of a request that is refused before its body was read. Otherwise the server closes the
 * connection, and the client's next request on it gets no answer.
 */
@PreMatching
final class BodyDrain implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int SHORT = 64 << 10;
    private static final String BODY = BodyDrain.class.getName();

    /** Remembers the body, which Jersey no longer gives access to after a reader has closed it. */
    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BODY, request.getEntityStream());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean refused = response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
        boolean brief = request.getLength() > 0 && request.getLength() <= SHORT;
        if (refused && brief && request.getProperty(BODY) instanceof InputStream body) {
            try {
                body.readNBytes(SHORT);
            } catch (IOException e) {
                return; // it is closed, or the client is gone
            }
        }
    }
}
