package dev.orderly.internal.conversation;

import dev.orderly.conversation.CommentRequest;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Comment;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.ContactData;
import dev.orderly.workflow.ConversationRules;
import dev.orderly.workflow.NotificationRule;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Applies a workflow's conversation rules to a comment; without rules, every text is accepted and no role is notified.
 */
final class CommentPolicy {

    private final Workflow workflow;
    private final @Nullable ConversationRules rules;

    CommentPolicy(Workflow workflow) {
        this.workflow = workflow;
        rules = workflow.conversation();
    }

    Optional<Rejected> objection(CommentRequest request) {
        return doesWith(ContactData.REFUSE, request)
                ? new ContactFinder(request.text()).first().map(kind -> Rejected.contactData(kind.code()))
                : Optional.empty();
    }

    /** The comment's text as it is stored, with contact data masked where the rules say so. */
    String taken(CommentRequest request) {
        return doesWith(ContactData.MASK, request) ? new ContactFinder(request.text()).masked() : request.text();
    }

    private boolean doesWith(ContactData what, CommentRequest request) {
        return rules != null
                && rules.contactData() == what
                && rules.between().contains(request.actor().role());
    }

    private boolean mayRead(String role, Comment comment) {
        return RoleView.of(workflow, role, "en").entry(comment).isPresent();
    }

    List<NotificationRule> notifications(Order order, Comment comment) {
        return rules == null
                ? List.of()
                : rules.between().stream()
                        .distinct()
                        .filter(role -> !role.equals(comment.actor().role()))
                        .filter(role -> mayRead(role, comment))
                        .filter(role -> !(order.muted() && role.equals(Workflow.CUSTOMER)))
                        .map(role -> NotificationRule.of(role).withChannel(rules.channel()))
                        .toList();
    }
}
