package dev.orderly.http.api;

import java.util.List;
import java.util.Map;

/** A problem of each kind, for the API's description. */
final class ProblemExamples {

    private ProblemExamples() {}

    static Problem of(ProblemType kind) {
        return switch (kind) {
            case MALFORMED_REQUEST ->
                kind.at(new Problem.FieldError(
                                "/evnt", "there is no property \"evnt\" here, only: comment, data, event"))
                        .problem();
            case ORDER_REFUSED ->
                refused(
                        kind,
                        "not-in-status",
                        Map.of("event", "ship", "status", "awaiting-payment", "possible", List.of("pay", "cancel")),
                        "“Hand over to courier” is not possible in status “Awaiting payment”. Possible there: Confirm"
                                + " payment, Cancel order.");
            case ORDER_CHANGED ->
                refused(
                        kind,
                        "order-changed",
                        Map.of("order", "2026/118", "expected", 4, "actual", 5),
                        "The order has changed meanwhile: its history ends at entry 5, not at 4.");
            case INVALID_DATA ->
                kind.because(
                        "Missing: tracking-number.",
                        List.of(new Problem.ReasonBody(
                                "data-missing",
                                Map.of("fields", List.of("tracking-number")),
                                "Missing: tracking-number.")),
                        List.of(new Problem.FieldError("/data/tracking-number", "Missing: tracking-number.")));
            case NOT_FOUND -> kind.problem("no such order");
            case UNAUTHORIZED -> kind.problem(AuthenticationFilter.HINT);
            case FORBIDDEN -> kind.problem("the customer's notifications are up to the customer");
            case METHOD_NOT_ALLOWED -> kind.problem("this address takes GET");
            case NOT_ACCEPTABLE -> kind.problem("the Accept header leaves nothing that is served here");
            case CONTENT_TOO_LARGE -> kind.problem("the body is longer than anything that is taken here");
            case UNSUPPORTED_MEDIA_TYPE -> kind.problem("say with Content-Type what the body is: application/json");
            case REQUEST_ID_REUSED -> kind.problem("a new request needs a new id");
            case TOO_MANY_REQUESTS -> kind.problem("wait before the next try");
            case INTERNAL_ERROR ->
                kind.problem("the log of the server has more about failure 0d5c1f9e-7f43-4f0e-8a55-2d6a1d3c9b10");
            case BUSY -> kind.problem("others changed the order again and again; try once more");
        };
    }

    private static Problem refused(ProblemType kind, String code, Map<String, Object> params, String sentence) {
        return kind.because(sentence, List.of(new Problem.ReasonBody(code, params, sentence)), null);
    }
}
