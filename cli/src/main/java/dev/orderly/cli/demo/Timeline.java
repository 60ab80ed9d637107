package dev.orderly.cli.demo;

import dev.orderly.cli.demo.ColumnPrinter.Look;
import dev.orderly.decision.Reason;
import dev.orderly.decision.Rejected;
import dev.orderly.order.Actor;
import dev.orderly.order.CaseRef;
import dev.orderly.order.Deadline;
import dev.orderly.order.Line;
import dev.orderly.order.Order;
import dev.orderly.order.Parcel;
import dev.orderly.order.TransitionEntry;
import dev.orderly.store.OrderStore;
import dev.orderly.workflow.CaseType;
import dev.orderly.workflow.Data;
import dev.orderly.workflow.LocalText;
import dev.orderly.workflow.Money;
import dev.orderly.workflow.MovedItems;
import dev.orderly.workflow.OrderedItem;
import dev.orderly.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prints what happens to one order, in the shop's time zone, its own language and English. */
final class Timeline implements StoryObserver {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String ENGLISH = "en";

    private final Workflow workflow;
    private final String language;
    private final ColumnPrinter page;

    Timeline(Workflow workflow, ColumnPrinter page) {
        this.workflow = workflow;
        this.language = workflow.languages().get(0);
        this.page = page;
    }

    @Override
    public void comes(OrderStore store, Clock clock) {}

    @Override
    public void happened(TransitionEntry entry, @Nullable Order before, Order after) {
        CaseRef about = entry.caseRef();
        String reached = about == null ? labels(workflow, entry.to()) : caseLabels(about, entry.to());
        boolean stayed = entry.to().equals(entry.from());
        page.step(time(entry.at()), entry.event(), reached, stayed ? Look.PLAIN : Look.REACHED);
        page.below(why(entry, about), Look.FAINT);
        entry.items().forEach(moved -> page.below(moved(moved, after), Look.FAINT));
        if (entry.placement() != null && !after.lines().isEmpty()) {
            page.below(lines(after.lines()), Look.FAINT);
        }
        news(before, after);
    }

    @Override
    public void refused(Instant at, String event, Actor actor, Data data, Rejected rejected) {
        page.step(time(at), event, "refused: " + rejected.code(), Look.REFUSED);
        page.below(why("by " + actor, data, null, null), Look.FAINT);
        for (Reason reason : rejected.reasons()) {
            String own = reason.sentence(workflow, language);
            String english = reason.sentence(workflow, ENGLISH);
            page.below(own, Look.PLAIN);
            if (!own.equals(english)) {
                page.below(english, Look.PLAIN);
            }
        }
    }

    @Override
    public void said(Instant at, Actor actor, String text) {
        page.step(time(at), "comment", "“" + text + "”", Look.PLAIN);
        page.below("by " + actor, Look.FAINT);
    }

    @Override
    public void remark(Instant at, String word, String text) {
        page.step(time(at), word, text, Look.PLAIN);
    }

    private void news(@Nullable Order before, Order after) {
        Deadline deadline = after.deadline();
        if (deadline != null && (before == null || !deadline.equals(before.deadline()))) {
            boolean waited = deadline.at().isBefore(after.lastMove());
            String when = waited ? "due since " : "if nothing happens, on ";
            page.below(when + time(deadline.at()) + ": " + deadline.event(), Look.FAINT);
        }
        Instant due = after.overdueAt();
        if (due != null && (before == null || !due.equals(before.overdueAt()))) {
            page.below("overdue after " + time(due), Look.FAINT);
        }
        List<Parcel> parcels = before == null ? List.of() : before.parcels();
        for (Parcel parcel : after.parcels()) {
            if (parcel.link() != null && !parcels.contains(parcel)) {
                page.below("to follow the parcel: " + parcel.link(), Look.FAINT);
            }
        }
    }

    private String why(TransitionEntry entry, @Nullable CaseRef about) {
        String who = entry.actor().toString();
        if (workflow.isAutomatic(entry.event())) {
            who = "system, with the step before";
        } else if (entry.actor().role().equals(Workflow.SYSTEM)) {
            who = "system, its time had come";
        }
        return why("by " + who, entry.data(), entry.comment(), about);
    }

    private String moved(MovedItems moved, Order order) {
        String title = order.lines().stream()
                .filter(line -> moved.line().equals(line.id()))
                .map(Line::title)
                .findFirst()
                .orElse(moved.line());
        return moved.quantity() + " × " + title + ": " + workflow.itemStatusLabel(moved.from(), ENGLISH) + " → "
                + workflow.itemStatusLabel(moved.to(), ENGLISH);
    }

    private String why(String who, Data data, @Nullable String comment, @Nullable CaseRef about) {
        List<String> parts = new ArrayList<>();
        parts.add(who);
        Workflow fields = about == null
                ? workflow
                : workflow.caseType(about.type()).orElseThrow().workflow();
        for (Map.Entry<String, Object> value : data.asMap().entrySet()) {
            parts.add(fields.fieldLabel(value.getKey(), ENGLISH) + ": " + shown(value.getValue()));
        }
        if (comment != null) {
            parts.add("“" + comment + "”");
        }
        return String.join("; ", parts);
    }

    private static String shown(Object value) {
        return value instanceof Boolean yes ? (yes ? "yes" : "no") : value.toString();
    }

    private static String lines(List<Line> lines) {
        List<String> parts = new ArrayList<>(lines.stream().map(Timeline::line).toList());
        Money total = OrderedItem.totalOf(lines);
        if (total != null) {
            parts.add("together " + total.text(Locale.ENGLISH));
        }
        return String.join("; ", parts);
    }

    private static String line(Line line) {
        Money price = line.price();
        return line.quantity() + " × " + line.title()
                + (price == null ? "" : " at " + price.text(Locale.ENGLISH))
                + (line.availableFrom() == null ? "" : " (from " + line.availableFrom() + ")");
    }

    private String caseLabels(CaseRef about, String status) {
        CaseType type = workflow.caseType(about.type()).orElseThrow();
        return both(type.label(), about.type()) + " " + about.id() + ": " + labels(type.workflow(), status);
    }

    private String labels(Workflow owner, String status) {
        return owner.status(status).map(s -> both(s.label(), status)).orElse(status);
    }

    private String both(LocalText label, String otherwise) {
        String own = label.textOr(language, otherwise);
        String english = label.textOr(ENGLISH, otherwise);
        return own.equals(english) ? own : own + " · " + english;
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(workflow.calendar().zone()));
    }
}
