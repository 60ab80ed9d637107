package dev.orderly.http.page;

import dev.orderly.Orders;
import dev.orderly.decision.CaseOption;
import dev.orderly.order.ActivityKind;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.Parcel;
import dev.orderly.order.StatusTrail;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleCase;
import dev.orderly.view.VisibleEntry;
import dev.orderly.view.VisibleOrder;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Internal: makes the page of an order, with what its customer may see. Thread-safe. */
public final class StatusPages {

    private static final Actor CUSTOMER = Actor.of("customer");

    private final Orders orders;
    private final Clock clock;
    private final FileLimits limits;
    private final Map<Texts, String> filesHints = new ConcurrentHashMap<>();

    /** Pages of these orders. */
    public StatusPages(Orders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
        limits = FileLimits.of(orders);
    }

    /**
     * The page of an order.
     *
     * @param ticket the ticket by which the page's forms act on the order
     * @param notice a sentence about what was just done; null if nothing was
     * @param problem why a form was refused; null if none was
     * @param draft the values of the form that was refused
     */
    public StatusPage of(
            Order order,
            PageLayout frame,
            String ticket,
            @Nullable String notice,
            @Nullable String problem,
            FormDraft draft) {
        Workflow workflow = orders.workflowOf(order);
        PageTexts pageTexts = new PageTexts(workflow, frame.texts());
        Instant now = clock.instant();
        LocalDate today = workflow.calendar().dateOf(now);
        Forms forms = new Forms(frame.texts(), draft, today);
        History history = orders.history(order.number()).orElseThrow();
        List<VisibleEntry> entries = pageTexts.view().entries(history);
        VisibleOrder visible = pageTexts.view().order(order);
        Instant overdueAt = visible.overdueAt();
        List<StatusPage.Form> actions =
                new ArrayList<>(forms.of("event", "", orders.available(order, CUSTOMER), pageTexts.view()));
        for (CaseOption option : orders.caseOptions(order, CUSTOMER)) {
            RoleView ofCase = pageTexts.view().of(option.type());
            actions.addAll(forms.of("open", option.type().name(), List.of(option.action()), ofCase));
        }
        return new StatusPage(
                frame,
                pageTexts.wording(),
                ticket,
                notice,
                problem,
                order.number(),
                pageTexts.moment(order.placedAt()),
                visible.status().label(),
                visible.status().note(),
                order.done(),
                overdueAt == null ? null : pageTexts.moment(overdueAt),
                visible.isOverdueAt(now),
                stays(history.trail(order.sequence()), pageTexts),
                order.parcels().stream()
                        .map(parcel -> parcel(parcel, order, pageTexts.view()))
                        .toList(),
                lines(visible, pageTexts, today),
                pageTexts.amount(visible.total()),
                actions,
                visible.flows().stream()
                        .map(flow -> new StatusPage.FlowCard(
                                flow.label(), flow.status().label(), pageTexts.moment(flow.since())))
                        .toList(),
                visible.cases().stream()
                        .map(aCase -> caseCard(order, aCase, entries, frame.texts(), forms))
                        .toList(),
                comments(entries, pageTexts),
                draft.message(),
                order.muted(),
                filesHints.computeIfAbsent(frame.texts(), limits::hint));
    }

    private static List<StatusPage.Stay> stays(StatusTrail trail, PageTexts pageTexts) {
        return pageTexts.view().stays(trail).stream()
                .map(stay -> new StatusPage.Stay(
                        stay.status().label(),
                        pageTexts.moment(stay.reached()),
                        stay.left() == null ? null : pageTexts.moment(stay.left(), stay.reached())))
                .toList();
    }

    private static StatusPage.Shipment parcel(Parcel parcel, Order order, RoleView view) {
        String carrier = parcel.carrier();
        return new StatusPage.Shipment(
                carrier == null ? "" : view.carrierLabel(carrier),
                parcel.trackingNumber(),
                parcel.link(),
                order.lines().stream()
                        .filter(line -> parcel.contents().containsKey(line.id()))
                        .map(line -> parcel.contents().get(line.id()) + " × " + line.title())
                        .toList());
    }

    private static String units(Map<String, Integer> counts, RoleView view) {
        return view.itemStatuses().stream()
                .filter(counts::containsKey)
                .map(status -> view.itemStatusLabel(status) + ": " + counts.get(status))
                .collect(Collectors.joining(" · "));
    }

    private static List<StatusPage.Item> lines(VisibleOrder order, PageTexts pageTexts, LocalDate today) {
        return order.lines().stream()
                .map(line -> new StatusPage.Item(
                        line.title(),
                        line.quantity(),
                        line.quantity() == 1 ? null : pageTexts.amount(line.price()),
                        pageTexts.amount(line.total()),
                        units(order.items().of(line.id()), pageTexts.view()),
                        line.availableFrom() == null || line.isAvailableOn(today)
                                ? null
                                : pageTexts.day(line.availableFrom()),
                        line.imageUrl(),
                        line.productUrl()))
                .toList();
    }

    private StatusPage.CaseCard caseCard(
            Order order, VisibleCase aCase, List<VisibleEntry> entries, Texts texts, Forms forms) {
        PageTexts pageTexts = new PageTexts(aCase.view(), texts);
        int id = aCase.ref().id();
        return new StatusPage.CaseCard(
                aCase.label(),
                id,
                aCase.status().label(),
                aCase.status().note(),
                pageTexts.moment(aCase.since()),
                entries.stream()
                        .filter(entry -> aCase.ref().equals(entry.caseRef()))
                        .flatMap(entry -> entry.fields().stream())
                        .map(pageTexts::fact)
                        .toList(),
                forms.of("case", Integer.toString(id), orders.availableForCase(order, id, CUSTOMER), aCase.view()));
    }

    private static List<StatusPage.CommentCard> comments(List<VisibleEntry> entries, PageTexts pageTexts) {
        Locale locale = pageTexts.texts().locale();
        return entries.stream()
                .filter(entry -> entry.kind() == ActivityKind.COMMENT)
                .map(comment -> new StatusPage.CommentCard(
                        pageTexts.texts().role(comment.actor().role()),
                        comment.isOwn(),
                        pageTexts.moment(comment.at()),
                        String.valueOf(comment.text()),
                        comment.attachments().stream()
                                .map(file -> file(file, locale))
                                .toList()))
                .toList();
    }

    private static StatusPage.File file(Attachment file, Locale locale) {
        String size = file.size() < 1_000_000
                ? String.format(locale, "%,d kB", Math.max(1, file.size() / 1000))
                : String.format(locale, "%,.1f MB", file.size() / 1e6);
        return new StatusPage.File(file.name(), file.sha256(), size);
    }
}
