package dev.orderly.http.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem (RFC 9457): why a request failed.
 *
 * @param type the type of the problem, a stable URN
 * @param title the type in words
 * @param status the HTTP status code
 * @param detail what is wrong with this request
 * @param reasons the reasons for which the workflow refuses it
 * @param errors the errors in the request, with their places
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<ReasonBody> reasons,
        @Nullable List<FieldError> errors) {

    /**
     * A reason of a refusal.
     *
     * @param code its stable code
     * @param params the values that the reason is about
     * @param sentence the reason as a sentence
     */
    public record ReasonBody(String code, Map<String, Object> params, String sentence) {}

    /**
     * An error at a place in the request.
     *
     * @param pointer the place in the body, as a JSON pointer (RFC 6901); empty for the body as a whole
     * @param detail what is wrong there
     */
    public record FieldError(String pointer, String detail) {}
}
