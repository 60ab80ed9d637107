package dev.orderly.http.api;

import dev.orderly.decision.UnavailableWorkflowException;
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

/** Answers errors under the API's paths with a problem. */
final class ProblemMapper implements ExtendedExceptionMapper<Throwable> {

    private static final Logger LOG = LoggerFactory.getLogger(JsonApi.class);

    @Context
    private @Nullable UriInfo uri;

    @Override
    public boolean isMappable(Throwable exception) {
        return (Objects.requireNonNull(uri).getPath() + "/").startsWith(JsonApi.ROOT + "/");
    }

    @Override
    public Response toResponse(Throwable exception) {
        if (exception instanceof ProblemException known) {
            return answer(known.problem());
        }
        if (exception instanceof WebApplicationException http
                && http.getResponse().getStatus() < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return standard(http.getResponse());
        }
        if (exception instanceof IOException) { // the client went away in the middle, or what it sends is damaged
            return answer(ProblemType.MALFORMED_REQUEST.problem("the body does not come to its end"));
        }
        if (exception instanceof UnavailableWorkflowException) {
            return Response.fromResponse(answer(ProblemType.BUSY.problem("the order follows a workflow that this node"
                            + " does not have, as happens while a new release is rolled out; try once more")))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
        if (exception instanceof MissingChainKeyException) {
            LOG.error("a request is left to other nodes: {}", exception.getMessage());
            return Response.fromResponse(
                            answer(ProblemType.BUSY.problem("this node lacks a key that others have; try once more")))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
        if (exception instanceof ConflictException) {
            return Response.fromResponse(
                            answer(ProblemType.BUSY.problem("others changed the order again and again; try once more")))
                    .header(HttpHeaders.RETRY_AFTER, 1)
                    .build();
        }
        if (exception instanceof IOException || exception instanceof HeaderValueException) { // damaged, or broken off
            return answer(
                    ProblemType.MALFORMED_REQUEST.problem("a header of the request, or its body, cannot be read"));
        }
        String id = UUID.randomUUID().toString();
        LOG.error("request {} failed", id, exception);
        return answer(ProblemType.INTERNAL_ERROR.problem("the log of the server has more about failure " + id));
    }

    private static Response answer(Problem problem) {
        Response response = Responses.problem(problem);
        return problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()
                ? Response.fromResponse(response)
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"orders\"")
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Ticket realm=\"orders\"")
                        .build()
                : response;
    }

    /** An error that Jersey found before it called a resource. */
    private static Response standard(Response found) {
        Problem problem = switch (found.getStatus()) {
            case 404 -> ProblemType.NOT_FOUND.problem("nothing is at this address");
            case 405 -> ProblemType.METHOD_NOT_ALLOWED.problem("this address takes " + found.getHeaderString("Allow"));
            case 406 -> ProblemType.NOT_ACCEPTABLE.problem("the Accept header leaves nothing that is served here");
            case 413 -> ProblemType.CONTENT_TOO_LARGE.problem("the body is longer than anything that is taken here");
            case 415 ->
                ProblemType.UNSUPPORTED_MEDIA_TYPE.problem(
                        "say with Content-Type what the body is: application/json, or multipart/form-data for files");
            default -> ProblemType.MALFORMED_REQUEST.problem("the request cannot be understood");
        };
        Response.ResponseBuilder answer = Response.fromResponse(answer(problem));
        String allow = found.getHeaderString("Allow");
        return (allow == null ? answer : answer.header("Allow", allow)).build();
    }
}
