package dev.orderly.mail.template;

import dev.orderly.notification.Notification;
import dev.orderly.notification.Recipient;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Deadline;
import dev.orderly.order.Evolution;
import dev.orderly.order.Order;
import dev.orderly.order.Parcel;
import dev.orderly.view.RoleView;
import dev.orderly.view.VisibleEntry;
import dev.orderly.view.VisibleStatus;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.FieldType;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.Workflow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of {@link TemplateVariables#CONTENT} for one notification. */
final class TemplateModel {

    /** Control characters but for line feeds, and signs that turn the reading direction. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085\\u000B\\u000C]");

    private final Order order;
    private final RoleView view;
    private final VisibleEntry entry;
    private final LayoutTexts words;
    private final Dates dates;
    private final Map<String, Object> values = new HashMap<>();

    private TemplateModel(Order order, RoleView view, VisibleEntry entry, LayoutTexts words) {
        this.order = order;
        this.view = view;
        this.entry = entry;
        this.words = words;
        this.dates = new Dates(words.language(), zone());
    }

    /**
     * The values of a notification.
     *
     * @param view what its recipient may see, in the language of labels
     * @param entry what it is about
     * @param words the words around that
     */
    static Map<String, Object> of(
            Notification notification, Recipient recipient, RoleView view, VisibleEntry entry, LayoutTexts words) {
        TemplateModel made = new TemplateModel(notification.order(), view, entry, words);
        made.put("name", line(recipient.name()));
        made.order();
        made.entry();
        return made.values;
    }

    private ZoneId zone() {
        return view.workflow().calendar().zone();
    }

    private boolean toCustomer() {
        return view.role().equals(Workflow.CUSTOMER);
    }

    private void order() {
        put("toCustomer", toCustomer());
        put("number", line(order.number()));
        put("placed", dates.day(order.placedAt()));
        deadlines();
        put("due", dates.dayAndTime(order.overdueAt()));
        put("fields", texts(view.workflow(), order.fields()));
        put("lines", lines());
        put("hasLines", !order.lines().isEmpty());
        put("total", amount(order.total()));
        put("parcels", parcels());
        status(view.status(order.status()), values);
    }

    private void entry() {
        put("author", words.role(entry.actor().role()));
        put("data", entry.data() == null ? Map.of() : texts(part(entry.caseRef()), entry.data()));
        put("event", line(entry.eventLabel()));
        said(entry.text());
        put("hasMoved", !entry.items().isEmpty());
        put("moved", moved());
        put("hasAttachments", !entry.attachments().isEmpty());
        put(
                "attachments",
                entry.attachments().stream()
                        .map(file -> Map.of("file", line(file.name())))
                        .toList());
        CaseRef about = entry.caseRef();
        put("case", about == null ? false : ofCase(about));
    }

    /** How many units of each line the step moved, wherever they were before. */
    private List<Map<String, String>> moved() {
        Map<String, Integer> quantities = new HashMap<>();
        entry.items().forEach(items -> quantities.merge(items.line(), items.quantity(), Math::addExact));
        return order.lines().stream()
                .filter(line -> quantities.containsKey(line.id()))
                .map(line -> Map.of(
                        "title", line(line.title()),
                        "quantity", Integer.toString(quantities.getOrDefault(line.id(), 0)),
                        "sku", line(line.sku())))
                .toList();
    }

    /** The workflow whose fields an entry's data are: that of its case, or the order's. */
    private Workflow part(@Nullable CaseRef about) {
        return Optional.ofNullable(about)
                .flatMap(ref -> view.workflow().caseType(ref.type()))
                .map(CaseType::workflow)
                .orElse(view.workflow());
    }

    private Map<String, Object> ofCase(CaseRef about) {
        LocalText label =
                view.workflow().caseType(about.type()).map(CaseType::label).orElse(LocalText.EMPTY);
        Map<String, Object> ofCase = new HashMap<>();
        ofCase.put("label", line(view.text(label, about.type())));
        ofCase.put("number", Integer.toString(about.id()));
        ofCase.put("event", line(entry.eventLabel()));
        status(Objects.requireNonNull(entry.to()), ofCase);
        return ofCase;
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
        for (Deadline deadline : new Evolution(view.workflow()).deadlines(order)) {
            days.putIfAbsent(deadline.event(), dates.day(deadline.at()));
            times.putIfAbsent(deadline.event(), dates.dayAndTime(deadline.at()));
        }
        put("deadlines", days);
        put("deadlineTimes", times);
    }

    /** A note is for customers; no other role reads it. */
    private void status(VisibleStatus status, Map<String, Object> target) {
        target.put("status", line(status.label()));
        target.put("note", toCustomer() ? line(status.note()) : "");
    }

    /** The price of one stands beside that of all where there are several. */
    private List<Map<String, String>> lines() {
        return order.lines().stream()
                .map(line -> Map.of(
                        "title", line(line.title()),
                        "quantity", Integer.toString(line.quantity()),
                        "sku", line(line.sku()),
                        "price", amount(line.price()),
                        "each", line.quantity() == 1 ? "" : amount(line.price()),
                        "total", amount(line.total()),
                        "availableFrom", line.isAvailableOn(today()) ? "" : dates.day(line.availableFrom()),
                        "imageUrl", line(line.imageUrl()),
                        "productUrl", line(line.productUrl())))
                .toList();
    }

    private String amount(@Nullable Money amount) {
        return amount == null ? "" : Dates.plain(amount.text(Languages.locale(words.language())));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(entry.at(), zone());
    }

    private List<Map<String, String>> parcels() {
        List<Map<String, String>> parcels = new ArrayList<>();
        for (Parcel parcel : order.parcels()) {
            String label = parcel.carrier() == null ? "" : view.carrierLabel(parcel.carrier());
            parcels.add(Map.of(
                    "carrier", line(label),
                    "trackingNumber", line(parcel.trackingNumber()),
                    "link", parcel.link() == null ? "" : parcel.link()));
        }
        return parcels;
    }

    /** The words of a choice are said as people call them. */
    private Map<String, Object> texts(Workflow part, Data data) {
        Map<String, Object> texts = new HashMap<>();
        data.asMap()
                .forEach((name, value) -> texts.put(
                        name,
                        part.field(name)
                                .filter(field -> field.type() == FieldType.CHOICE)
                                .map(field -> line(field.choiceLabel(value.toString(), view.language())))
                                .orElseGet(() -> text(value))));
        return texts;
    }

    private String text(Object value) {
        if (value instanceof Boolean yes) {
            return words.yesOrNo(yes);
        }
        if (value instanceof LocalDate day) {
            return dates.day(day);
        }
        if (value instanceof Money amount) {
            return amount(amount);
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
