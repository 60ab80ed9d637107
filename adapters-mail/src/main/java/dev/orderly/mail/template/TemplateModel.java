package dev.orderly.mail.template;

import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.order.Activity;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Comment;
import dev.orderly.order.Deadline;
import dev.orderly.order.Evolution;
import dev.orderly.order.Order;
import dev.orderly.order.Parcel;
import dev.orderly.order.TransitionEntry;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.CustomerStatus;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Status;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of {@link TemplateVariables#CONTENT} for one notification. */
final class TemplateModel {

    /** Control characters but for line feeds, and signs that turn the reading direction. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085\\u000B\\u000C]");

    private final Notification notification;
    private final Order order;
    private final Workflow workflow;
    private final String language;
    private final LayoutTexts words;
    private final Dates dates;
    private final boolean toCustomer;
    private final Map<String, Object> values = new HashMap<>();

    private TemplateModel(Notification notification, String language, LayoutTexts words) {
        this.notification = notification;
        this.order = notification.order();
        this.workflow = notification.workflow();
        this.language = language;
        this.words = words;
        this.dates = new Dates(words.language(), workflow.calendar().zone());
        this.toCustomer = notification.message().to().equals(Workflow.CUSTOMER);
    }

    /**
     * The values of a notification.
     *
     * @param language the language of labels
     * @param words the words around them
     */
    static Map<String, Object> of(Notification notification, Recipient recipient, String language, LayoutTexts words) {
        TemplateModel made = new TemplateModel(notification, language, words);
        made.put("name", line(recipient.name()));
        made.order();
        made.activity(notification.activity());
        return made.values;
    }

    private void order() {
        put("toCustomer", toCustomer);
        put("number", line(order.number()));
        put("placed", dates.day(order.placedAt()));
        deadlines();
        put("due", dates.dayAndTime(order.overdueAt()));
        put("fields", texts(order.fields()));
        put("lines", lines());
        put("hasLines", !order.lines().isEmpty());
        put("parcels", parcels());
        status(workflow, order.status(), values);
    }

    private void activity(Activity activity) {
        put("author", words.role(activity.actor().role()));
        put("data", Map.of());
        put("event", "");
        said("");
        put("attachments", List.of());
        put("hasAttachments", false);
        put("case", false);
        if (activity instanceof TransitionEntry entry) {
            entry(entry);
        } else if (activity instanceof Comment comment) {
            said(comment.text());
            put("hasAttachments", !comment.attachments().isEmpty());
            put(
                    "attachments",
                    comment.attachments().stream()
                            .map(file -> Map.of("file", line(file.name())))
                            .toList());
        }
    }

    private void entry(TransitionEntry entry) {
        put("data", texts(entry.data()));
        said(entry.comment());
        CaseRef about = entry.caseRef();
        Optional<CaseType> type = about == null ? Optional.empty() : workflow.caseType(about.type());
        if (about == null || type.isEmpty()) {
            put("event", line(workflow.eventLabel(entry.event(), language)));
            return;
        }
        Map<String, Object> ofCase = new HashMap<>();
        ofCase.put("label", line(type.get().label().textOr(language, about.type())));
        ofCase.put("number", Integer.toString(about.id()));
        ofCase.put("event", line(type.get().workflow().eventLabel(entry.event(), language)));
        status(type.get().workflow(), entry.to(), ofCase);
        put("event", ofCase.get("event"));
        put("case", ofCase);
    }

    /** The text of a comment: as it is, and as plain text quotes it. */
    private void said(@Nullable String text) {
        String comment = several(text);
        put("comment", comment);
        put("quoted", comment.isEmpty() ? "" : "> " + comment.replace("\n", "\n> "));
    }

    /** When events will happen by themselves. */
    private void deadlines() {
        Map<String, Object> days = new HashMap<>();
        Map<String, Object> times = new HashMap<>();
        for (Deadline deadline : new Evolution(workflow).deadlines(order)) {
            days.putIfAbsent(deadline.event(), dates.day(deadline.at()));
            times.putIfAbsent(deadline.event(), dates.dayAndTime(deadline.at()));
        }
        put("deadlines", days);
        put("deadlineTimes", times);
    }

    /** The customer sees the coarser status where there is one, and its note; no other role sees notes. */
    private void status(Workflow owner, String name, Map<String, Object> target) {
        Optional<Status> status = owner.status(name);
        LocalText label = status.map(Status::label).orElse(LocalText.EMPTY);
        LocalText note = toCustomer ? status.map(Status::note).orElse(LocalText.EMPTY) : LocalText.EMPTY;
        Optional<CustomerStatus> coarser = toCustomer ? owner.customerStatus(name) : Optional.empty();
        target.put(
                "status", line(coarser.map(CustomerStatus::label).orElse(label).textOr(language, name)));
        target.put("note", line(coarser.map(CustomerStatus::note).orElse(note).textOr(language, "")));
    }

    private List<Map<String, String>> lines() {
        return order.lines().stream()
                .map(line -> Map.of(
                        "title", line(line.title()),
                        "quantity", Integer.toString(line.quantity()),
                        "sku", line(line.sku()),
                        "availableFrom", line.isAvailableOn(today()) ? "" : dates.day(line.availableFrom())))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(
                notification.activity().at(), workflow.calendar().zone());
    }

    private List<Map<String, String>> parcels() {
        List<Map<String, String>> parcels = new ArrayList<>();
        for (Parcel parcel : order.parcels()) {
            String carrier = parcel.carrier() == null ? "" : parcel.carrier();
            String label = workflow.carrier(carrier).map(c -> c.label()).orElse(carrier);
            parcels.add(Map.of(
                    "carrier", line(label),
                    "trackingNumber", line(parcel.trackingNumber()),
                    "link", parcel.link() == null ? "" : parcel.link()));
        }
        return parcels;
    }

    private Map<String, Object> texts(Data data) {
        Map<String, Object> texts = new HashMap<>();
        data.asMap().forEach((field, value) -> texts.put(field, text(value)));
        return texts;
    }

    private String text(Object value) {
        if (value instanceof Boolean yes) {
            return words.yesOrNo(yes);
        }
        if (value instanceof LocalDate day) {
            return dates.day(day);
        }
        if (value instanceof Instant at) {
            return dates.dayAndTime(at);
        }
        return value instanceof BigDecimal number ? number.toPlainString() : several(value.toString());
    }

    private void put(String name, Object value) {
        values.put(name, value);
    }

    /** A value that is one line. */
    static String line(@Nullable String text) {
        return several(text).replace('\n', ' ').strip();
    }

    /** A value of several lines. */
    private static String several(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String lines = LINE_ENDS.matcher(text).replaceAll("\n");
        return HARMFUL.matcher(Content.withoutMarkers(lines)).replaceAll(" ").strip();
    }
}
