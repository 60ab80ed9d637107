package dev.orderly.http.api;

import dev.orderly.decision.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the headers of a request say about when it counts. */
final class RequestHeaders {

    /** A tag of ours: the order's sequence number, and the hash of what it was seen as. */
    private static final Pattern TAG = Pattern.compile("(?<!W/)\"(\\d{1,18})-[0-9a-f]{16}\"");

    /** No order has ever this sequence number, so a tag that is not ours never fits. */
    private static final long NEVER = -1;

    private RequestHeaders() {}

    /** The request as its headers complete it: once under its key, and only while the order is as it was seen. */
    static Request on(Request request, @Nullable String key, @Nullable String ifMatch) {
        Request named = key == null ? request : request.withId(key(key));
        return ifMatch == null || ifMatch.strip().equals("*") ? named : named.withExpectedSequence(sequence(ifMatch));
    }

    /** The key by which a request is known when it comes again. */
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
