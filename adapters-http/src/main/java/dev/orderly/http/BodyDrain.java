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
 * Reads the rest of the body, up to 2 MiB, of a request that is refused before its body was read. Otherwise the server
 * closes the connection while the client still sends: the client may then see a reset in place of the refusal, and its
 * next request on the connection gets no answer.
 */
@PreMatching
final class BodyDrain implements ContainerRequestFilter, ContainerResponseFilter {

    /** Twice the longest body that is not a form with files. */
    private static final int MOST = 2 << 20;

    private static final String BODY = BodyDrain.class.getName();

    /** Remembers the body, which Jersey no longer gives access to after a reader has closed it. */
    @Override
    public void filter(ContainerRequestContext request) {
        request.setProperty(BODY, request.getEntityStream());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean refused = response.getStatus() >= Response.Status.BAD_REQUEST.getStatusCode();
        if (refused && request.getLength() <= MOST && request.getProperty(BODY) instanceof InputStream body) {
            try {
                body.skipNBytes(MOST);
            } catch (IOException e) {
                return; // all is read, it is closed, or the client is gone
            }
        }
    }
}
