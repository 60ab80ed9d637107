package dev.orderly.http.api;

import dev.orderly.decision.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that the headers of a request set: its idempotency key, and the state of the order that it is meant
 * for.
 */
final class RequestHeaders {

    /** An entity tag that the API made: the order's sequence number, and the hash of what it was seen as. */
    private static final Pattern TAG = Pattern.compile("(?<!W/)\"(\\d{1,18})-[0-9a-f]{16}\"");

    /** The sequence number of no order, so that an entity tag of another origin never fits. */
    private static final long NEVER = -1;

    private RequestHeaders() {}

    /** The request with the id and the expected state of the order that its headers give. */
    static Request on(Request request, @Nullable String key, @Nullable String ifMatch) {
        Request named = key == null ? request : request.withId(key(key));
        return ifMatch == null || ifMatch.strip().equals("*") ? named : named.withExpectedSequence(sequence(ifMatch));
    }

    /** The key by which a repeated request is recognized. */
    static String key(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw ProblemType.MALFORMED_REQUEST.exception(
                    "the header Idempotency-Key is missing or blank: send a text that"
                            + " names this attempt, such as a UUID, and the same one when you try again");
        }
        return key;
    }

    /** Of several tags the latest, for an order never goes back. */
    private static long sequence(String ifMatch) {
        long latest = NEVER;
        Matcher tags = TAG.matcher(ifMatch);
        while (tags.find()) {
            latest = Math.max(latest, Long.parseLong(tags.group(1)));
        }
        return latest;
    }
}
