package dev.orderly.http;

import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.http.page.Texts;
import dev.orderly.view.RoleView;
import dev.orderly.workflow.Workflow;

/**
 * The sentences by which a page explains a refusal to a customer, without the roles and events of the shop.
 */
final class RefusalPages {

    private RefusalPages() {}

    static String explain(Rejected refusal, Workflow workflow, Texts texts) {
        String language = texts.locale().getLanguage();
        RoleView view = RoleView.of(workflow, Workflow.CUSTOMER, language);
        Reason first = refusal.reasons().get(0);
        String event = view.eventLabel(String.valueOf(first.params().get("event")));
        return switch (first.code()) {
            case Reason.ROLE_NOT_ALLOWED -> texts.get("refused.role", event);
            case Reason.NOT_IN_STATUS ->
                texts.get(
                        "refused.status",
                        event,
                        view.status(String.valueOf(first.params().get("status")))
                                .label());
            default -> refusal.explain(workflow, language);
        };
    }
}
