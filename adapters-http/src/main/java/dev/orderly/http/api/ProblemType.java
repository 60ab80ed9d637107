package dev.orderly.http.api;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The types of problems that the API reports. */
enum ProblemType {
    MALFORMED_REQUEST(Status.BAD_REQUEST, "Bad request"),
    UNAUTHORIZED(Status.UNAUTHORIZED, "Authentication required"),
    FORBIDDEN(Status.FORBIDDEN, "Forbidden"),
    NOT_FOUND(Status.NOT_FOUND, "Not found"),
    METHOD_NOT_ALLOWED(Status.METHOD_NOT_ALLOWED, "Method not allowed"),
    NOT_ACCEPTABLE(Status.NOT_ACCEPTABLE, "Not acceptable"),
    ORDER_REFUSED(Status.CONFLICT, "Refused by the workflow"),
    ORDER_CHANGED(Status.PRECONDITION_FAILED, "Order changed"),
    CONTENT_TOO_LARGE(Status.REQUEST_ENTITY_TOO_LARGE, "Content too large"),
    UNSUPPORTED_MEDIA_TYPE(Status.UNSUPPORTED_MEDIA_TYPE, "Unsupported media type"),
    INVALID_DATA(422, "Invalid data"),
    REQUEST_ID_REUSED(422, "Idempotency key reused"),
    TOO_MANY_REQUESTS(Status.TOO_MANY_REQUESTS, "Too many requests"),
    INTERNAL_ERROR(Status.INTERNAL_SERVER_ERROR, "Internal server error"),
    BUSY(Status.SERVICE_UNAVAILABLE, "Service unavailable");

    private final int status;
    private final String title;

    ProblemType(Status status, String title) {
        this(status.getStatusCode(), title);
    }

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** A problem of this type. */
    Problem problem(@Nullable String detail) {
        return new Problem(type(), title, status, detail, null, null);
    }

    /** A problem of this type, with the order's reasons. */
    Problem because(String detail, List<Problem.ReasonBody> reasons, @Nullable List<Problem.FieldError> errors) {
        return new Problem(type(), title, status, detail, reasons, errors);
    }

    /** A problem of this type at places in the request. */
    ProblemException at(Problem.FieldError... places) {
        List<Problem.FieldError> all = List.of(places);
        return new ProblemException(
                new Problem(type(), title, status, all.get(0).detail(), null, all));
    }

    /** An exception that is answered by a problem of this type. */
    ProblemException exception(String detail) {
        return new ProblemException(problem(detail));
    }

    private String type() {
        return "urn:orderly:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
