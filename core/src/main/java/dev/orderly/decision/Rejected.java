package dev.orderly.decision;

import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that is refused; the order stays as it was.
 *
 * @param reasons why, never empty; all are of the first kind that was found, in the order that {@link Reason} lists them
 */
public record Rejected(List<Reason> reasons) implements Decision, Verdict, CommentResult {

    public Rejected {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a refusal needs a reason");
        }
    }

    /** A refusal for one reason. */
    public static Rejected because(Reason reason) {
        return new Rejected(List.of(reason));
    }

    /** A refusal because there is no such order. */
    public static Rejected unknownOrder(String number) {
        return because(Reason.of(Reason.UNKNOWN_ORDER).with("order", number));
    }

    /** A refusal because there is such an order already. */
    public static Rejected alreadyPlaced(String number) {
        return because(Reason.of(Reason.ALREADY_PLACED).with("order", number));
    }

    /** A refusal because the workflow has no such event. */
    public static Rejected unknownEvent(String event, String workflow) {
        return because(Reason.of(Reason.UNKNOWN_EVENT).with("event", event).with("workflow", workflow));
    }

    /** A refusal because there is no such case, or no such kind of case. */
    public static Rejected unknownCase(String number, String name) {
        return because(Reason.of(Reason.UNKNOWN_CASE).with("order", number).with("case", name));
    }

    /** A refusal because the request's id belongs to another request. */
    public static Rejected requestIdReused(String id, String event) {
        return because(Reason.of(Reason.REQUEST_ID_REUSED).with("id", id).with("event", event));
    }

    /** A refusal because something happened to the order that the request does not know of. */
    public static Rejected orderChanged(String number, long expected, long actual) {
        return because(Reason.of(Reason.ORDER_CHANGED)
                .with("order", number)
                .with("expected", expected)
                .with("actual", actual));
    }

    /** A refusal of something that was given, such as a comment that is too long. */
    public static Rejected dataInvalid(String field, String problem) {
        return because(Reason.of(Reason.DATA_INVALID).with("field", field).with("problem", problem));
    }

    /**
     * A refusal of a comment that holds contact data where there must be none.
     *
     * @param kind which: {@code contact-email}, {@code contact-phone} or {@code contact-link}
     */
    public static Rejected contactData(String kind) {
        return because(Reason.of(Reason.DATA_INVALID).with("field", "comment").with("kind", kind));
    }

    /** The first reason's code. */
    public String code() {
        return reasons.get(0).code();
    }

    /** All reasons' sentences in a language. */
    public String explain(Workflow workflow, String language) {
        return reasons.stream().map(r -> r.sentence(workflow, language)).collect(Collectors.joining(" "));
    }
}
