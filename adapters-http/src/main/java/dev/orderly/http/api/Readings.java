package dev.orderly.http.api;

import dev.orderly.order.Order;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a workflow for a reader: in one language, and for a customer the coarser statuses in place of internal
 * ones.
 *
 * @param workflow the workflow
 * @param language the ISO 639 code of the language
 * @param role the reader's role
 */
record Readings(Workflow workflow, String language, String role) {

    private static final Set<String> CLOSE_TO_CUSTOMER = Set.of(Workflow.CUSTOMER, "staff", "platform");

    /** The words for a reader of an order: in the first language of the request that the workflow has, or else the customer's. */
    static Readings of(Workflow workflow, List<Locale> wishes, @Nullable Order order, String role) {
        String own = order == null ? null : order.customer().language();
        return new Readings(workflow, language(workflow.languages(), wishes, own), role);
    }

    private static String language(List<String> languages, List<Locale> wishes, @Nullable String own) {
        for (Locale wish : wishes) {
            if (languages.contains(wish.getLanguage())) {
                return wish.getLanguage();
            }
        }
        if (own != null && languages.contains(own)) {
            return own;
        }
        return languages.contains("en") ? "en" : languages.get(0);
    }

    /** The same reader's words for a part of the workflow. */
    Readings of(Workflow part) {
        return new Readings(part, language, role);
    }

    /** Tells whether the reader deals with customers. Others, such as carriers, do their part without writing to them. */
    boolean isCloseToCustomer() {
        return CLOSE_TO_CUSTOMER.contains(role);
    }

    boolean isCustomer() {
        return role.equals(Workflow.CUSTOMER);
    }

    OrderBody.Named status(String name) {
        Optional<Status> status = workflow.status(name);
        Optional<CustomerStatus> coarser = isCustomer() ? workflow.customerStatus(name) : Optional.empty();
        if (coarser.isPresent()) {
            CustomerStatus shown = coarser.get();
            return new OrderBody.Named(shown.name(), shown.label().inOr(language, shown.name()), note(shown.note()));
        }
        return new OrderBody.Named(
                name,
                workflow.statusLabel(name, language),
                status.map(s -> note(s.note())).orElse(null));
    }

    private @Nullable String note(LocalText note) {
        return note.isEmpty() ? null : note.inOr(language, "");
    }

    String event(String name) {
        return workflow.eventLabel(name, language);
    }

    String text(LocalText text, String otherwise) {
        return text.inOr(language, otherwise);
    }
}
