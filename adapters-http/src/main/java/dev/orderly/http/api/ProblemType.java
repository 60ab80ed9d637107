package dev.orderly.http.api;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds of problems that the API reports. */
enum ProblemType {
    MALFORMED_REQUEST(Status.BAD_REQUEST, "The request cannot be read"),
    UNAUTHORIZED(Status.UNAUTHORIZED, "It is not known who asks"),
    FORBIDDEN(Status.FORBIDDEN, "Not for this caller"),
    NOT_FOUND(Status.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED(Status.METHOD_NOT_ALLOWED, "Not by this method"),
    NOT_ACCEPTABLE(Status.NOT_ACCEPTABLE, "There is no such representation"),
    ORDER_REFUSED(Status.CONFLICT, "The order does not allow it"),
    ORDER_CHANGED(Status.PRECONDITION_FAILED, "The order has changed meanwhile"),
    BODY_TOO_LARGE(Status.REQUEST_ENTITY_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(Status.UNSUPPORTED_MEDIA_TYPE, "Not in this media type"),
    INVALID_DATA(422, "The data do not fit"),
    REQUEST_ID_REUSED(422, "The idempotency key belongs to another request"),
    TOO_MANY_TRIES(Status.TOO_MANY_REQUESTS, "Too many tries"),
    INTERNAL_ERROR(Status.INTERNAL_SERVER_ERROR, "Something broke"),
    BUSY(Status.SERVICE_UNAVAILABLE, "Too much happens to the order at once");

    private final int status;
    private final String title;

    ProblemType(Status status, String title) {
        this(status.getStatusCode(), title);
    }

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** A problem of this kind. */
    Problem problem(@Nullable String detail) {
        return new Problem(type(), title, status, detail, null, null);
    }

    /** A problem of this kind, with the order's reasons. */
    Problem because(String detail, List<Problem.Because> reasons, @Nullable List<Problem.Place> errors) {
        return new Problem(type(), title, status, detail, reasons, errors);
    }

    /** A problem of this kind at places in the request. */
    ProblemException at(Problem.Place... places) {
        List<Problem.Place> all = List.of(places);
        return new ProblemException(
                new Problem(type(), title, status, all.get(0).detail(), null, all));
    }

    /** An exception that is answered by a problem of this kind. */
    ProblemException exception(String detail) {
        return new ProblemException(problem(detail));
    }

    private String type() {
        return "urn:orderly:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
