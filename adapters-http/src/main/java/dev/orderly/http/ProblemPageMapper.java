package dev.orderly.http;

import dev.orderly.decision.UnavailableWorkflowException;
import dev.orderly.http.page.Texts;
import dev.orderly.order.MissingChainKeyException;
import dev.orderly.store.ConflictException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Objects;
import java.util.UUID;
import org.glassfish.jersey.message.internal.HeaderValueException;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers errors of pages by an error page, which reveals no internals. */
final class ProblemPageMapper implements ExtendedExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(OrderlyServlet.class);

    private final PageWriter writer;

    @Context
    private @Nullable UriInfo uri;

    @Context
    private @Nullable HttpHeaders headers;

    ProblemPageMapper(PageWriter writer) {
        this.writer = writer;
    }

    /** Errors under the path of the API are answered as problems instead. */
    @Override
    public boolean isMappable(Throwable exception) {
        return !(Objects.requireNonNull(uri).getPath() + "/").startsWith("api/");
    }

    @Override
    public Response toResponse(Throwable exception) {
        if (exception instanceof WebApplicationException known
                && known.getResponse().getStatus() < 500) {
            return page(known.getResponse());
        }
        if (exception instanceof IOException || exception instanceof HeaderValueException) { // damaged, or broken off
            return page(Response.Status.BAD_REQUEST, "problem.400", "");
        }
        if (exception instanceof MissingChainKeyException) {
            LOG.error("a request is left to other nodes: {}", exception.getMessage());
        }
        if (exception instanceof ConflictException
                || exception instanceof UnavailableWorkflowException
                || exception instanceof MissingChainKeyException) {
            return Response.fromResponse(page(Response.Status.SERVICE_UNAVAILABLE, "problem.503", ""))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
        String id = UUID.randomUUID().toString();
        LOG.error("request {} failed", id, exception);
        return page(Response.Status.INTERNAL_SERVER_ERROR, "problem.500", id);
    }

    private Response page(Response found) {
        String key = switch (found.getStatus()) {
            case 403, 404, 405, 413 -> "problem." + found.getStatus();
            default -> "problem.400";
        };
        Response page = page(found.getStatusInfo(), key, "");
        String allow = found.getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? page
                : Response.fromResponse(page).header(HttpHeaders.ALLOW, allow).build();
    }

    private Response page(Response.StatusType status, String key, String id) {
        Texts texts = PageWriter.texts(null, Objects.requireNonNull(headers));
        return writer.problem(status, Objects.requireNonNull(uri), texts, key, id);
    }
}
