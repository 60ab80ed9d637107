package dev.orderly.order;

import dev.orderly.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something said about an order.
 *
 * @param text what was said; may be empty where there is an attachment
 * @param visibility who may see it
 * @param attachments what came with it
 */
public record Comment(
        long sequence,
        Actor actor,
        Instant at,
        String text,
        Visibility visibility,
        List<Attachment> attachments,
        @Nullable String requestId)
        implements Activity {

    public Comment {
        attachments = List.copyOf(attachments);
    }

    @Override
    public boolean isVisibleTo(String role) {
        return visibility == Visibility.EVERYONE || !role.equals(Workflow.CUSTOMER);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.comment(this);
    }
}
