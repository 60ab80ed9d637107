package dev.orderly.http.page;

import dev.orderly.Orders;
import dev.orderly.decision.CaseOption;
import dev.orderly.order.Activity;
import dev.orderly.order.Actor;
import dev.orderly.order.Attachment;
import dev.orderly.order.Comment;
import dev.orderly.order.History;
import dev.orderly.order.Order;
import dev.orderly.order.OrderCase;
import dev.orderly.order.Parcel;
import dev.orderly.order.StatusTrail;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Gathers what the page of an order shows to its customer, and nothing that is not for the customer. Thread-safe. */
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
     * @param ticket what lets the page's forms act on the order
     * @param notice what has just been done; null if nothing was
     * @param problem why what was asked for is refused; null if nothing was
     * @param draft what the customer sent, if that is what was refused
     */
    public StatusPage of(
            Order order,
            PageLayout frame,
            String ticket,
            @Nullable String notice,
            @Nullable String problem,
            FormDraft draft) {
        Workflow workflow = orders.workflowOf(order);
        PageTexts words = new PageTexts(workflow, frame.texts());
        Forms forms = new Forms(frame.texts(), draft);
        History history = orders.history(order.number()).orElseThrow();
        List<Activity> visible = history.visibleTo(CUSTOMER.role());
        Instant now = clock.instant();
        Instant due = order.done() ? null : order.overdueAt();
        List<StatusPage.Form> actions =
                new ArrayList<>(forms.of("event", "", orders.available(order, CUSTOMER), words));
        for (CaseOption opening : orders.caseOptions(order, CUSTOMER)) {
            CaseType type = opening.type();
            PageTexts own = new PageTexts(type.workflow(), frame.texts());
            actions.addAll(forms.of("open", type.name(), List.of(opening.action()), own));
        }
        return new StatusPage(
                frame,
                words.wording(),
                ticket,
                notice,
                problem,
                order.number(),
                words.moment(order.placedAt()),
                words.label(order.status()),
                words.note(order.status()),
                order.done(),
                due == null ? null : words.moment(due),
                order.isOverdueAt(now),
                stays(history.trail(order.sequence()), words),
                order.parcels().stream().map(parcel -> parcel(parcel, workflow)).toList(),
                lines(order, words, now.atZone(workflow.calendar().zone()).toLocalDate()),
                actions,
                order.cases().stream()
                        .map(aCase -> matter(order, aCase, workflow, visible, frame.texts(), forms))
                        .toList(),
                talk(visible, words, frame.texts()),
                draft.message(),
                order.muted(),
                filesHints.computeIfAbsent(frame.texts(), limits::hint));
    }

    /** What the customer sees as one status is one stay, whatever happened within it. */
    private static List<StatusPage.Stay> stays(StatusTrail trail, PageTexts words) {
        List<StatusPage.Stay> stays = new ArrayList<>();
        String shown = "";
        Instant reached = trail.at();
        for (StatusTrail.Stay stay : trail.stays()) {
            if (words.shown(stay.status()).equals(shown)) {
                stays.remove(stays.size() - 1);
            } else {
                reached = stay.entered();
            }
            shown = words.shown(stay.status());
            StatusPage.Moment left = stay.left() == null ? null : words.moment(stay.left(), reached);
            stays.add(new StatusPage.Stay(words.label(stay.status()), words.moment(reached), left));
        }
        return stays;
    }

    private static StatusPage.Shipment parcel(Parcel parcel, Workflow workflow) {
        String carrier = parcel.carrier();
        String label = carrier == null
                ? ""
                : workflow.carrier(carrier).map(c -> c.label()).orElse(carrier);
        return new StatusPage.Shipment(label, parcel.trackingNumber(), parcel.link());
    }

    private static List<StatusPage.Item> lines(Order order, PageTexts words, LocalDate today) {
        return order.lines().stream()
                .map(line -> new StatusPage.Item(
                        line.title(),
                        line.quantity(),
                        line.availableFrom() == null || line.isAvailableOn(today)
                                ? null
                                : words.day(line.availableFrom())))
                .toList();
    }

    private StatusPage.Matter matter(
            Order order, OrderCase aCase, Workflow workflow, List<Activity> visible, Texts texts, Forms forms) {
        CaseType type = workflow.caseType(aCase.ref().type()).orElseThrow();
        PageTexts words = new PageTexts(type.workflow(), texts);
        int id = aCase.ref().id();
        return new StatusPage.Matter(
                type.label().inOr(texts.locale().getLanguage(), type.name()),
                id,
                words.label(aCase.status()),
                words.note(aCase.status()),
                words.moment(aCase.since()),
                new CaseFacts(type.workflow(), texts, words).in(aCase.ref(), visible),
                forms.of("case", Integer.toString(id), orders.availableForCase(order, id, CUSTOMER), words));
    }

    private static List<StatusPage.Saying> talk(List<Activity> visible, PageTexts words, Texts texts) {
        return visible.stream()
                .filter(Comment.class::isInstance)
                .map(Comment.class::cast)
                .map(comment -> new StatusPage.Saying(
                        texts.role(comment.actor().role()),
                        comment.actor().role().equals(CUSTOMER.role()),
                        words.moment(comment.at()),
                        comment.text(),
                        comment.attachments().stream()
                                .map(file -> file(file, texts.locale()))
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
