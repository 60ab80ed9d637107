package dev.orderly.http.page;

import dev.orderly.Orders;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.NotificationPreference;
import dev.orderly.order.Order;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Gathers what happened to an order, and nothing that is not for the customer. Thread-safe. */
public final class ActivityPages {

    private static final String CUSTOMER = Workflow.CUSTOMER;

    private final Orders orders;

    /** Pages of these orders. */
    public ActivityPages(Orders orders) {
        this.orders = orders;
    }

    /** The page of an order. */
    public ActivityPage of(Order order, PageLayout frame, String ticket) {
        Workflow workflow = orders.workflowOf(order);
        PageTexts words = new PageTexts(workflow, frame.texts());
        List<Activity> visible = orders.history(order.number())
                .map(history -> history.visibleTo(CUSTOMER))
                .orElse(List.of());
        List<ActivityPage.Entry> entries = visible.stream()
                .flatMap(activity -> entry(activity, workflow, words, frame.texts()).stream())
                .toList();
        return new ActivityPage(frame, ticket, order.number(), entries);
    }

    private static Optional<ActivityPage.Entry> entry(
            Activity activity, Workflow workflow, PageTexts words, Texts texts) {
        if (activity instanceof Comment comment) {
            return Optional.of(entry(comment, words, texts, texts.get("activity.comment"), said(comment)));
        }
        if (activity instanceof NotificationPreference change) {
            String what = texts.get(change.muted() ? "activity.muted" : "activity.unmuted");
            return Optional.of(entry(change, words, texts, what, ""));
        }
        return activity instanceof TransitionEntry step
                ? step(step, workflow, words, texts).map(what -> entry(step, words, texts, what, ""))
                : Optional.empty();
    }

    private static ActivityPage.Entry entry(Activity activity, PageTexts words, Texts texts, String what, String text) {
        return new ActivityPage.Entry(
                words.moment(activity.at()), texts.role(activity.actor().role()), what, text);
    }

    private static String said(Comment comment) {
        String files = comment.attachments().stream().map(Attachment::name).collect(Collectors.joining(", "));
        return comment.text().isEmpty() || files.isEmpty() ? comment.text() + files : comment.text() + "\n" + files;
    }

    /** What a step looks like to the customer; empty if he sees the order in the same status as before it. */
    private static Optional<String> step(TransitionEntry step, Workflow workflow, PageTexts words, Texts texts) {
        CaseRef about = step.caseRef();
        if (about != null) {
            return workflow.caseType(about.type()).map(type -> {
                PageTexts own = new PageTexts(type.workflow(), texts);
                return texts.get("activity.case", kind(type, texts), about.id(), told(step, own, texts));
            });
        }
        boolean moved = step.from() == null || !words.shown(step.from()).equals(words.shown(step.to()));
        return moved || isOwn(step.actor()) ? Optional.of(told(step, words, texts)) : Optional.empty();
    }

    private static String told(TransitionEntry step, PageTexts words, Texts texts) {
        return isOwn(step.actor())
                ? texts.get("activity.own", words.event(step.event()), words.label(step.to()))
                : words.label(step.to());
    }

    private static boolean isOwn(Actor actor) {
        return actor.role().equals(CUSTOMER);
    }

    private static String kind(CaseType type, Texts texts) {
        return type.label().inOr(texts.locale().getLanguage(), type.name());
    }
}
