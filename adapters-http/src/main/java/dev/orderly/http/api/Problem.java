package dev.orderly.http.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered as it was meant (RFC 9457).
 *
 * @param type what kind of problem it is, a URN that stays the same
 * @param title the kind in words
 * @param status the HTTP status code
 * @param detail what is wrong this time
 * @param reasons why the order refuses it
 * @param errors what is wrong with the request, place by place
 */
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable List<Because> reasons,
        @Nullable List<Place> errors) {

    /**
     * One reason of a refusal.
     *
     * @param code its stable code
     * @param params what exactly is in the way
     * @param sentence the reason for people
     */
    public record Because(String code, Map<String, Object> params, String sentence) {}

    /**
     * A mistake in the request.
     *
     * @param pointer where it is in the body, as a JSON pointer (RFC 6901); empty for the body as a whole
     * @param detail what is wrong there
     */
    public record Place(String pointer, String detail) {}
}
