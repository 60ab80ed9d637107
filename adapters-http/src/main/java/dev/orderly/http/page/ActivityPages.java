package dev.orderly.http.page;

import dev.orderly.Orders;
import dev.orderly.order.Attachment;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Order;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleEntry;
import dev.orderly.view.VisibleStatus;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Workflow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Internal: makes the page with the entries of an order's history that its customer may see. Thread-safe. */
public final class ActivityPages {

    private final Orders orders;

    /** Pages of these orders. */
    public ActivityPages(Orders orders) {
        this.orders = orders;
    }

    /** The page of an order. */
    public ActivityPage of(Order order, PageLayout frame, String ticket) {
        PageTexts pageTexts = new PageTexts(orders.workflowOf(order), frame.texts());
        List<VisibleEntry> visible =
                orders.history(order.number()).map(pageTexts.view()::entries).orElse(List.of());
        List<ActivityPage.Entry> entries =
                visible.stream().map(entry -> entry(entry, pageTexts)).toList();
        return new ActivityPage(frame, ticket, order.number(), entries);
    }

    private static ActivityPage.Entry entry(VisibleEntry entry, PageTexts pageTexts) {
        return new ActivityPage.Entry(
                pageTexts.moment(entry.at()),
                pageTexts.texts().role(entry.actor().role()),
                what(entry, pageTexts),
                text(entry, pageTexts));
    }

    private static String what(VisibleEntry entry, PageTexts pageTexts) {
        Texts texts = pageTexts.texts();
        return switch (entry.kind()) {
            case COMMENT -> texts.get("activity.comment");
            case NOTIFICATION_PREFERENCE ->
                texts.get(Boolean.TRUE.equals(entry.muted()) ? "activity.muted" : "activity.unmuted");
            case TRANSITION -> transition(entry, pageTexts);
            case MIGRATION, ERASURE ->
                throw new IllegalStateException(
                        "a customer sees no " + entry.kind().code());
        };
    }

    private static String transition(VisibleEntry entry, PageTexts pageTexts) {
        CaseRef about = entry.caseRef();
        if (about == null) {
            return step(entry, pageTexts.texts());
        }
        RoleView view = pageTexts.view();
        Workflow workflow = view.workflow();
        Optional<CaseType> type = workflow.caseType(about.type());
        String kind = type.map(CaseType::label)
                .map(label -> view.text(label, about.type()))
                .orElse(about.type());
        String step = step(entry, pageTexts.texts());
        return type.map(CaseType::isFlow).orElse(false)
                ? kind + ": " + step
                : pageTexts.texts().get("activity.case", kind, about.id(), step);
    }

    private static String step(VisibleEntry entry, Texts texts) {
        VisibleStatus to = Objects.requireNonNull(entry.to());
        String event = entry.eventLabel();
        return event == null ? to.label() : texts.get("activity.own", event, to.label());
    }

    /** What was written or sent with an entry: a text, values of fields, the names of files. */
    private static String text(VisibleEntry entry, PageTexts pageTexts) {
        String text = entry.text() == null ? "" : entry.text();
        String files = entry.attachments().stream().map(Attachment::name).collect(Collectors.joining(", "));
        Stream<String> values =
                entry.fields().stream().map(pageTexts::fact).map(fact -> fact.label() + ": " + fact.value());
        return Stream.concat(Stream.concat(Stream.of(text), values), Stream.of(files))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
