package dev.orderly.http.api;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.order.Actor;
import dev.orderly.workflow.Workflow;
import org.jspecify.annotations.Nullable;

/**
 * A comment to add to an order.
 *
 * @param text the text
 * @param internal whether the comment is kept from the customer
 */
public record NewComment(String text, @Nullable Boolean internal) {

    /** The request that the body makes. */
    CommentRequest request(Actor actor) {
        BodyValidation.none().require("/text", text).check();
        return request(actor, text, Boolean.TRUE.equals(internal));
    }

    /** A comment of an actor. */
    static CommentRequest request(Actor actor, String text, boolean internal) {
        if (internal && actor.role().equals(Workflow.CUSTOMER)) {
            throw ProblemType.FORBIDDEN.exception("a customer keeps no comments from the customer");
        }
        CommentRequest comment = CommentRequest.of(actor, text.strip());
        return internal ? comment.asInternal() : comment;
    }
}
